import { useKeptAtEnd } from '../dom/use-kept-at-end.ts';
import { groupMessages } from '../model/group-messages.ts';
import { MessageGroupView } from './message-group-view.tsx';
import type { PartProps } from './part-props.ts';

export function MessageList({ model, strings }: PartProps) {
  const { messages, loaded, cursor } = model.thread.value;
  const space = model.space.value;
  const isNew = !model.rows.value.some(
    ({ conversation }) => space.name === 'chat' && conversation.id === space.conversation,
  );
  const inTrouble = space.name === 'chat' && space.trouble;
  const groups = groupMessages(messages, model.outgoing.value);
  const lastOwn = groups.findLast(({ from }) => from === 'me');
  const newest = groups.at(-1)?.messages.at(-1);
  const { ref, onScroll } = useKeptAtEnd({
    first: groups[0]?.messages[0]?.id,
    last: newest?.id,
    isOwn: groups.at(-1)?.from === 'me',
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section ref={ref} class="messages" aria-label={strings.messages} tabIndex={0} onScroll={onScroll}>
      {isNew && groups.length === 0 && <p class="empty">{strings.firstWords}</p>}
      {!isNew && !loaded && !inTrouble && <Skeleton />}
      {inTrouble && (
        <p class="trouble" role="alert">
          {strings.notRead}{' '}
          <button type="button" class="link" onClick={() => model.loadMessages()}>
            {strings.tryAgain}
          </button>
        </p>
      )}
      {cursor !== undefined && (
        <button type="button" class="link earlier" onClick={() => model.loadOlder()}>
          {strings.earlier}
        </button>
      )}
      {groups.map((group) => (
        <MessageGroupView
          key={group.key}
          group={group}
          showsState={group === lastOwn}
          model={model}
          strings={strings}
        />
      ))}
    </section>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}
