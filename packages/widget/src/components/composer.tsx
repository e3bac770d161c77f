import { maxBodyLength } from '@deskkit/core';
import type { TargetedSubmitEvent } from 'preact';
import { Icon, sendIcon } from './icon.tsx';
import type { PartProps } from './part-props.ts';

export function Composer(props: PartProps) {
  const { model, strings, extras, upload } = props;
  const Attach = upload && extras()?.Attach;
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
      {Attach && <Attach {...props} />}
      <button type="submit" class="square send" aria-label={strings.send} aria-disabled={!model.canSend.value}>
        <Icon path={sendIcon} />
      </button>
    </form>
  );
}
