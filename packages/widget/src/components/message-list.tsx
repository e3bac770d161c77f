import { MessageGroupView } from './message-group-view.tsx';
import type { PartProps } from './part-props.ts';

/** The list stands on its end by its style: what comes in above or below moves nothing that is read. */
export function MessageList(props: PartProps) {
  const { model, strings } = props;
  const { loaded, cursor } = model.thread.value;
  const space = model.space.value;
  const isKnown = model.isKnown.value;
  const inTrouble = space.name === 'chat' && space.trouble;
  const groups = model.groups.value;
  const lastOwn = groups.findLast(({ from }) => from === 'me');

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section class="messages" aria-label={strings.messages} tabIndex={0}>
      <div>
        {!isKnown && groups.length === 0 && <p class="empty">{strings.firstWords}</p>}
        {isKnown && !loaded && !inTrouble && <Skeleton />}
        {inTrouble && (
          <p class="empty" role="alert">
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
          <MessageGroupView key={group.key} group={group} showsState={group === lastOwn} {...props} />
        ))}
      </div>
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
