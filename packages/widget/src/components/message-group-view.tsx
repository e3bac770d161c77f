import type { MessageGroup } from '../model/group-messages.ts';
import { formatTime } from '../strings/format-time.ts';
import { MessageBody } from './message-body.tsx';
import type { PartProps } from './part-props.ts';

interface GroupProps extends PartProps {
  readonly group: MessageGroup;
  /** It is the visitor's last one: they want to know where it is. */
  readonly showsState: boolean;
}

export function MessageGroupView({ group, showsState, ...props }: GroupProps) {
  const { strings, locale, extras } = props;
  const { from, at, state, messages } = group;
  const author = from === 'me' ? strings.you : (group.name ?? strings.team);
  const { sending, waiting, sent, notSent } = strings;
  const stateWords = { sending, waiting, sent, failed: notSent }[state];
  const Again = state === 'failed' ? extras()?.Again : undefined;

  return (
    <div class="group" data-from={from} data-state={state}>
      <span class="unseen">{author}:</span>
      {messages.map(({ id, body }) => (
        <div key={id} class="bubble" dir="auto">
          <MessageBody body={body} extras={extras} strings={strings} />
        </div>
      ))}
      <p class="meta">
        {from === 'team' && <bdi>{author} · </bdi>}
        {from === 'me' && (showsState || state !== 'sent') && <span key={state}>{stateWords} · </span>}
        <time dateTime={at}>{formatTime(at, locale)}</time>
        {Again && <Again group={group} {...props} />}
      </p>
    </div>
  );
}
