import { maxBodyLength } from '@deskkit/core';
import type { TargetedSubmitEvent } from 'preact';
import { Icon } from './icon.tsx';
import type { PartProps } from './part-props.ts';

export function Composer({ model, strings }: PartProps) {
  const draft = model.draft.value;

  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    model.send();
    event.currentTarget.querySelector('textarea')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    model.send();
  };

  return (
    <form class="composer" onSubmit={send}>
      <textarea
        data-first
        rows={1}
        dir="auto"
        aria-label={strings.write}
        placeholder={strings.write}
        enterkeyhint="send"
        maxLength={maxBodyLength}
        value={draft}
        onInput={({ currentTarget }) => model.write(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="square send" aria-label={strings.send} aria-disabled={draft.trim() === ''}>
        <Icon name="send" />
      </button>
    </form>
  );
}
