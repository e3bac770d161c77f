import { closeIcon, forwardIcon, Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Home(props: PartProps) {
  const { model, strings, extras } = props;
  const Rows = model.rows.value.length > 0 ? extras()?.Rows : undefined;
  const [hello, question] = strings.greeting;

  return (
    <div class="home">
      <OfflineBanner {...props} />
      <header>
        <p class="workspace">{model.workspace.value}</p>
        <IconButton label={strings.close} path={closeIcon} onClick={() => model.setOpen(false)} />
        <h2>
          <bdi>{hello}</bdi>
          <bdi>{question}</bdi>
        </h2>
      </header>
      <div class="cards">
        <button type="button" class="card start" data-first onClick={() => model.startConversation()}>
          <b>{strings.start}</b>
          <span>
            <bdi>{strings.teamReplies}</bdi>
          </span>
          <Icon path={forwardIcon} />
        </button>
        {Rows && <Rows {...props} />}
      </div>
    </div>
  );
}
