import type { PartProps } from '../components/part-props.ts';

/** What stands above the messages of a conversation that was begun before: that they are loading, can't be, or go on. */
export function Earlier({ model, strings }: PartProps) {
  const { loaded, cursor } = model.thread.value;
  const space = model.space.value;
  if (space.name === 'chat' && space.trouble)
    return (
      <p class="empty" role="alert">
        {strings.notRead}{' '}
        <button type="button" class="link" onClick={() => model.loadMessages()}>
          {strings.tryAgain}
        </button>
      </p>
    );
  if (!loaded)
    return (
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    );
  if (cursor === undefined) return null;
  return (
    <button type="button" class="link earlier" onClick={() => model.loadOlder()}>
      {strings.earlier}
    </button>
  );
}
