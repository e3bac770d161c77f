import { Composer } from './composer.tsx';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Chat(props: PartProps) {
  const { model, strings } = props;
  const workspace = model.workspace.value ?? strings.team;
  const teammate = model.thread.value.messages.findLast(({ from }) => from === 'team')?.name;

  return (
    <div class="chat">
      <header>
        <button type="button" class="square" aria-label={strings.back} onClick={() => model.goHome()}>
          <Icon name="back" />
        </button>
        <Face name={teammate ?? workspace} h={props.h} />
        <h2>
          <bdi>{teammate ?? workspace}</bdi>
          <small>
            <bdi>{teammate ? workspace : strings.teamReplies}</bdi>
          </small>
        </h2>
        <button type="button" class="square" aria-label={strings.close} onClick={() => model.setOpen(false)}>
          <Icon name="close" />
        </button>
      </header>
      <OfflineBanner {...props} />
      <MessageList {...props} />
      <Composer {...props} />
    </div>
  );
}
