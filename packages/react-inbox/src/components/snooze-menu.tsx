'use client';

import { accepts, type SnoozeUntil, toInstant } from '@deskkit/core';
import { CalendarClock, Clock, Reply } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useDeeds } from '../hooks/use-deeds.ts';
import { useInbox, useNow } from '../inbox-provider.tsx';
import { useCurrentConversation } from '../primitives/conversation/conversation-root.tsx';
import { Menu } from '../primitives/popover/menu.tsx';
import { MenuItem } from '../primitives/popover/menu-item.tsx';
import { Popover } from '../primitives/popover/popover.tsx';
import { PopoverPanel } from '../primitives/popover/popover-panel.tsx';
import { PopoverTrigger } from '../primitives/popover/popover-trigger.tsx';
import { comingTime } from '../words/short-time.ts';
import { snoozeTimes } from '../words/snooze-times.ts';
import type { ActionMenuProps } from './assign-menu.tsx';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';

/** Lets the conversation sleep until a time or the next reply. Only there where it can be snoozed. */
export function SnoozeMenu({ open, onOpenChange }: ActionMenuProps) {
  const { strings, locale } = useInbox();
  const now = useNow();
  const conversation = useCurrentConversation();
  const deeds = useDeeds();
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    if (!open) setChoosing(false);
  }, [open]);
  if (!accepts(conversation, 'snooze')) return null;
  const snooze = (until: SnoozeUntil) => {
    onOpenChange(false);
    deeds.snooze(conversation, until);
  };
  return (
    <Popover className="deskkit-popover" open={open} onOpenChange={onOpenChange}>
      <PopoverTrigger className="deskkit-button" title={`${strings.snooze} (s)`} aria-keyshortcuts="s">
        {strings.snooze} <Key>s</Key>
      </PopoverTrigger>
      {choosing ? (
        <PopoverPanel className="deskkit-menu" aria-label={strings.snoozeFor.custom}>
          <CustomTime onChoose={snooze} />
        </PopoverPanel>
      ) : (
        <Menu className="deskkit-menu" aria-label={strings.snooze}>
          {snoozeTimes(now).map(({ kind, until }) => (
            <MenuItem key={kind} onClick={() => snooze(until)}>
              <Icon of={Clock} /> {strings.snoozeFor[kind]} <small>{comingTime(until, now, locale)}</small>
            </MenuItem>
          ))}
          <MenuItem onClick={() => snooze('next-reply')}>
            <Icon of={Reply} /> {strings.snoozeFor.nextReply}
          </MenuItem>
          <MenuItem keepOpen onClick={() => setChoosing(true)}>
            <Icon of={CalendarClock} /> {strings.snoozeFor.custom}
          </MenuItem>
        </Menu>
      )}
    </Popover>
  );
}

function CustomTime({ onChoose }: { readonly onChoose: (until: SnoozeUntil) => void }) {
  const { strings } = useInbox();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const when = Date.parse(String(new FormData(event.currentTarget).get('when')));
    if (Number.isFinite(when)) onChoose(toInstant(when));
  }
  return (
    <form className="deskkit-custom-time" onSubmit={submit}>
      <label>
        {strings.snoozeFor.when}
        <input type="datetime-local" name="when" required />
      </label>
      <button type="submit" className="deskkit-button" data-primary>
        {strings.snooze}
      </button>
    </form>
  );
}
