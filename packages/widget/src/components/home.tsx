import { closeIcon, forwardIcon, Icon } from './icon.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Home(props: PartProps) {
  const { model, strings, use } = props;
  const Rows = model.rows.value.length > 0 ? use('extras')?.Rows : undefined;
  const [hello, question] = strings.greeting;

  return (
    <div class="home">
      <header>
        <p class="workspace">{model.workspace.value}</p>
        <button type="button" class="square" aria-label={strings.close} onClick={() => model.setOpen(false)}>
          <Icon path={closeIcon} />
        </button>
        <h2>
          <bdi>{hello}</bdi>
          <bdi>{question}</bdi>
        </h2>
      </header>
      <OfflineBanner {...props} />
      <div class="cards">
        <button type="button" class="card start" data-first onClick={() => model.startConversation()}>
          <b>{strings.start}</b>
          <span>
            <bdi>{strings.startHint}</bdi>
          </span>
          <Icon path={forwardIcon} />
        </button>
        {Rows && <Rows {...props} />}
      </div>
    </div>
  );
}
