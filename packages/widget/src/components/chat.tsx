import { Composer } from './composer.tsx';
import { Face } from './face.tsx';
import { backIcon, closeIcon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { MessageList } from './message-list.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Chat(props: PartProps) {
  const { model, strings, extras } = props;
  const question = model.question.value;
  const Question = question && extras()?.Question;
  const workspace = model.workspace.value ?? strings.team;
  const teammate = model.thread.value.messages.findLast(({ from }) => from === 'team')?.name;

  return (
    <div class="chat">
      <header>
        <IconButton label={strings.back} path={backIcon} onClick={() => model.goHome()} />
        <Face name={teammate ?? workspace} />
        <h2>
          <bdi>{teammate ?? workspace}</bdi>
          <small>
            <bdi>{teammate ? workspace : strings.teamReplies}</bdi>
          </small>
        </h2>
        <IconButton label={strings.close} path={closeIcon} onClick={() => model.setOpen(false)} />
      </header>
      <OfflineBanner {...props} />
      <MessageList {...props} />
      {Question && <Question {...props} />}
      {question !== 'before' && <Composer {...props} />}
    </div>
  );
}
