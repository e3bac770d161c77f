import { MessageGroupView } from './message-group-view.tsx';
import type { PartProps } from './part-props.ts';

/** The list stands on its end by its style: what comes in above or below moves nothing that is read. */
export function MessageList(props: PartProps) {
  const { model, strings, extras } = props;
  const groups = model.groups.value;
  const lastOwn = groups.findLast(({ from }) => from === 'me');
  const isOfToday = groups.every(({ at }) => new Date(at).toDateString() === new Date().toDateString());
  // A conversation that was begun here and now has nothing earlier.
  const Earlier = model.isKnown.value && !model.isWhole.value ? extras()?.Earlier : undefined;
  const Day = isOfToday ? undefined : extras()?.Day;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section class="messages" aria-label={strings.messages} tabIndex={0}>
      <div>
        {!model.isKnown.value && groups.length === 0 && <p class="empty">{strings.firstWords}</p>}
        {Earlier && <Earlier {...props} />}
        {groups.map((group) => [
          Day && group.startsDay && <Day key={group.at} at={group.at} {...props} />,
          <MessageGroupView key={group.key} group={group} showsState={group === lastOwn} {...props} />,
        ])}
      </div>
    </section>
  );
}
