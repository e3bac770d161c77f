import type { ActorRef, Assignment, Folder, TeamId, TeammateId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import type { People } from '@deskkit/core/inbox';
import type { Strings } from '../strings.ts';

/** Names for ids, as far as the reader may know them. */
export interface Names {
  teammate(id: TeammateId): string;
  team(id: TeamId): string;
  /** By name, also the reader's own. */
  name(id: TeammateId): string;
  /** Who acted; `contact` is how the conversation's contact is called. */
  actor(ref: ActorRef, contact: string): string;
  /** `Mara`, `Billing`, `Mara, Billing`; `undefined` when nobody has it. */
  assignee(assignee: Assignment): string | undefined;
}

export function createNames(people: People | undefined, strings: Strings): Names {
  const teammates = new Map(people?.teammates.map((one) => [one.id, one.name]));
  const teams = new Map(people?.teams.map((one) => [one.id, one.name]));
  const teammate = (id: TeammateId) =>
    id === people?.me.id ? strings.me : (teammates.get(id) ?? strings.formerTeammate);
  const team = (id: TeamId) => teams.get(id) ?? strings.deletedTeam;
  return {
    teammate,
    team,
    name: (id) => teammates.get(id) ?? strings.formerTeammate,
    actor(ref, contact) {
      if (ref.kind === 'teammate') return teammate(ref.id);
      return ref.kind === 'contact' ? contact : strings[ref.kind];
    },
    assignee(assignee) {
      const parts = [
        assignee.teammate === null ? [] : teammate(assignee.teammate),
        assignee.team === null ? [] : team(assignee.team),
      ].flat();
      return parts.length > 0 ? parts.join(', ') : undefined;
    },
  };
}

/** How a contact is called: by name, else by address, else as a guest. */
export function contactName({ from }: Pick<ConversationView, 'from'>, strings: Strings): string {
  return from.name || from.email || strings.guest;
}

/** What a list shows of a conversation first: its subject, or how it goes on where it has none. */
export function headline({ subject, preview }: ConversationView, strings: Strings): string {
  return subject || preview || strings.noSubject;
}

/** A folder's name; that of a team or teammate is called like them. */
export function folderName(folder: Folder, names: Names, strings: Strings): string {
  if (folder.kind === 'team') return names.team(folder.team);
  return folder.kind === 'teammate' ? names.teammate(folder.teammate) : strings.folder[folder.kind];
}
