import type { MessageGroup } from '../model/group-messages.ts';
import type { Parts } from '../parts.ts';
import { formatTime } from '../strings/format-time.ts';
import type { Strings } from '../strings/strings.ts';
import { MessageBody } from './message-body.tsx';
import type { PartProps } from './part-props.ts';

interface GroupProps extends PartProps {
  readonly group: MessageGroup;
  /** It is the visitor's last one: they want to know where it is. */
  readonly showsState: boolean;
  /** Given where the conversation is older than today. */
  readonly Day: Parts['extras']['Day'] | undefined;
}

export function MessageGroupView({ group, showsState, Day, ...props }: GroupProps) {
  const { model, strings, locale, use } = props;
  const { from, at, state, messages, startsDay } = group;
  const author = from === 'me' ? strings.you : (group.name ?? strings.team);
  const time = <time dateTime={at}>{formatTime(at, locale)}</time>;
  const [first] = messages;

  return (
    <>
      {startsDay && Day && <Day at={at} {...props} />}
      <div class="group" data-from={from} data-state={state}>
        <span class="unseen">{author}:</span>
        {messages.map(({ id, body }) => (
          <div key={id} class="bubble" dir="auto">
            <MessageBody body={body} use={use} strings={strings} />
          </div>
        ))}
        <p class="meta">
          {from === 'team' ? (
            <>
              <bdi>{author}</bdi> · {time}
            </>
          ) : state === 'failed' ? (
            <>
              {strings.notSent}{' '}
              <button type="button" class="link" onClick={() => first && model.sendAgain(first.id)}>
                {strings.tryAgain}
              </button>
            </>
          ) : (
            <>
              {(showsState || state !== 'sent') && <span key="state">{stateWords(state, strings)} · </span>}
              {time}
            </>
          )}
        </p>
      </div>
    </>
  );
}

function stateWords(state: 'sending' | 'waiting' | 'sent', { sending, waiting, sent }: Strings): string {
  return { sending, waiting, sent }[state];
}
