'use client';

import { accepts } from '@deskkit/core';
import { UserRound, UsersRound } from 'lucide-react';
import { useDeeds } from '../hooks/use-deeds.ts';
import { usePeople } from '../hooks/use-people.ts';
import { useNames } from '../hooks/use-words.ts';
import { useInbox } from '../inbox-provider.tsx';
import { useCurrentConversation } from '../primitives/conversation/conversation-root.tsx';
import { Avatar } from '../primitives/person/avatar.tsx';
import { Menu } from '../primitives/popover/menu.tsx';
import { MenuItem } from '../primitives/popover/menu-item.tsx';
import { Popover } from '../primitives/popover/popover.tsx';
import { PopoverTrigger } from '../primitives/popover/popover-trigger.tsx';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';

export interface ActionMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Gives the conversation to a teammate, a team, or nobody. */
export function AssignMenu({ open, onOpenChange }: ActionMenuProps) {
  const { strings } = useInbox();
  const conversation = useCurrentConversation();
  const people = usePeople();
  const names = useNames();
  const deeds = useDeeds();
  if (!accepts(conversation, 'assign')) return null;
  const { teammate, team } = conversation.assignee;
  const assignee = names.assignee(conversation.assignee);
  const active = people?.teammates.filter((one) => one.status === 'active') ?? [];
  return (
    <Popover className="deskkit-popover" open={open} onOpenChange={onOpenChange}>
      <PopoverTrigger
        className="deskkit-button"
        title={`${strings.assign} (a)`}
        aria-label={assignee ? `${strings.assign}: ${assignee}` : strings.assign}
        aria-keyshortcuts="a"
      >
        <bdi>{assignee ?? strings.assign}</bdi> <Key>a</Key>
      </PopoverTrigger>
      <Menu className="deskkit-menu" aria-label={strings.assignTo}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group within a menu is no fieldset */}
        <div role="group" aria-label={strings.teammates}>
          <span data-heading aria-hidden="true">
            {strings.teammates}
          </span>
          <MenuItem checked={teammate === null} onClick={() => deeds.assign(conversation, { teammate: null })}>
            <Icon of={UserRound} /> {strings.nobody}
          </MenuItem>
          {active.map((one) => (
            <MenuItem
              key={one.id}
              checked={teammate === one.id}
              onClick={() => deeds.assign(conversation, { teammate: one.id })}
            >
              <Avatar className="deskkit-avatar" data-size="small" of={one.id} name={one.name} />
              <bdi>{names.teammate(one.id)}</bdi>
              {one.availability === 'away' && <small>{strings.away}</small>}
            </MenuItem>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a group within a menu is no fieldset */}
        <div role="group" aria-label={strings.teams}>
          <span data-heading aria-hidden="true">
            {strings.teams}
          </span>
          <MenuItem checked={team === null} onClick={() => deeds.assign(conversation, { team: null })}>
            <Icon of={UsersRound} /> {strings.noTeam}
          </MenuItem>
          {people?.teams.map((one) => (
            <MenuItem
              key={one.id}
              checked={team === one.id}
              onClick={() => deeds.assign(conversation, { team: one.id })}
            >
              <Icon of={UsersRound} /> <bdi>{one.name}</bdi>
            </MenuItem>
          ))}
        </div>
      </Menu>
    </Popover>
  );
}
