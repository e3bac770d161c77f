import { Composer } from './composer.tsx';
import { Face } from './face.tsx';
import { backIcon, closeIcon, Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Chat(props: PartProps) {
  const { model, strings, use } = props;
  const question = model.question.value;
  const Question = question && use('extras')?.Question;
  const workspace = model.workspace.value ?? strings.team;
  const teammate = model.thread.value.messages.findLast(({ from }) => from === 'team')?.name;

  return (
    <div class="chat">
      <header>
        <button type="button" class="square" aria-label={strings.back} onClick={() => model.goHome()}>
          <Icon path={backIcon} />
        </button>
        <Face name={teammate ?? workspace} />
        <h2>
          <bdi>{teammate ?? workspace}</bdi>
          <small>
            <bdi>{teammate ? workspace : strings.teamReplies}</bdi>
          </small>
        </h2>
        <button type="button" class="square" aria-label={strings.close} onClick={() => model.setOpen(false)}>
          <Icon path={closeIcon} />
        </button>
      </header>
      <OfflineBanner {...props} />
      <MessageList {...props} />
      {Question && <Question {...props} />}
      {question !== 'before' && <Composer {...props} />}
    </div>
  );
}
