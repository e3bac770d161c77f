import type { OperationName } from '../../api/routes.ts';
import type { Desk } from '../../desk.ts';
import type { Actor } from '../../people/actor.ts';
import type { TestDesk } from '../test-desk.ts';

/** Calls an operation of the API, and checks its answer. */
export type CallOperation = (
  name: OperationName,
  actor: Actor | null,
  input?: Record<string, unknown>,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

/** Calls every operation about people, teams, presence, notifications and workspaces once at least. */
export async function callPeopleOperations(
  call: CallOperation,
  test: TestDesk & { readonly desk: Desk },
): Promise<void> {
  const { desk, workspace, owner, admin, ana, inbound, visitor } = test;
  const host: Actor = { kind: 'host', workspace, id: desk.parts.newId('api-key') };
  for (const actor of [owner, host]) {
    await call('listTeammates', actor);
    await call('listTeams', actor);
  }
  const given = { externalId: 'host-zoe', name: 'Zoe', handle: 'zoe', email: 'zoe@example.com' };
  const { id: teammate } = await call('inviteTeammate', host, given);
  await call('changeTeammate', admin, { teammate, name: 'Zoë', availability: 'away' });
  const assignment = { kind: 'round-robin', limit: 5 };
  const { id: team } = await call('addTeam', admin, { name: 'Shop', handle: 'shop', assignment });
  await call('changeTeam', host, { team, handle: 'store' });
  await call('joinTeam', admin, { team, teammate });
  await call('leaveTeam', admin, { team, teammate });
  await call('deleteTeam', admin, { team });
  await call('deactivateTeammate', admin, { teammate });
  await call('reactivateTeammate', admin, { teammate });

  await call('changeMe', ana, { name: 'Ana', reassignAnswers: true });
  await call('getPreferences', ana);
  await call('setPreferences', ana, { silenced: ['assigned'], timeZone: 'Europe/Lisbon', locale: 'pt' });

  const { conversation } = await desk.receiver.receive(inbound());
  await call('sayPresence', ana, { conversation, doing: 'typing-reply' });
  const me = await visitor();
  const chat = await desk.as(me).startChat({ body: { format: 'text', text: 'Hi' } });
  await call('sayWidgetTyping', me, { conversation: chat.conversation.id });
  const { items, nextCursor } = await call('listNotifications', ana, { unread: 'true', limit: '1' });
  await call('listNotifications', ana, { cursor: nextCursor });
  await call('markNotificationsRead', ana, { ids: [items[0].id] });
  await call('markNotificationsRead', ana, { all: true });

  const created = await call('createWorkspace', host, { name: 'Acme', mailDomain: 'acme.example', owner: given });
  const page = await call('listWorkspaces', host, { limit: '1' });
  await call('listWorkspaces', host, { cursor: page.nextCursor });
  await call('getWorkspaceSecrets', host, { workspace: created.workspace.id });
  await call('removeWorkspace', host, { workspace: created.workspace.id });
}
