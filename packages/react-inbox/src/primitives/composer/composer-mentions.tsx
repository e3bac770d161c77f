'use client';

import type { ComponentProps } from 'react';
import type { MentionChoice } from '../../hooks/use-mention-list.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { Avatar } from '../person/avatar.tsx';

export interface ComposerMentionsProps extends ComponentProps<'div'> {
  readonly id: string;
  readonly choices: readonly MentionChoice[];
  readonly active: number;
  readonly onChoose: (choice: MentionChoice) => void;
}

/** Whom a note can mention, as the listbox of the text field. */
export function ComposerMentions({ id, choices, active, onChoose, ...rest }: ComposerMentionsProps) {
  const { strings } = useInbox();
  return (
    <div {...rest} id={id} role="listbox" aria-label={strings.mentions}>
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the text field
        <div
          key={choice.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-kind={choice.kind}
          // The focus stays in the text field.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          <Avatar of={choice.id} name={choice.name} />
          <bdi>{choice.name}</bdi>
          <span>@{choice.handle}</span>
          <small>{strings[choice.kind]}</small>
        </div>
      ))}
    </div>
  );
}
