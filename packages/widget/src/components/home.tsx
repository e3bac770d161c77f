import { ConversationRow } from './conversation-row.tsx';
import { Icon } from './icon.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import type { PartProps } from './part-props.ts';

export function Home(props: PartProps) {
  const { model, strings } = props;
  const rows = model.rows.value;
  const [hello, question] = strings.greeting;

  return (
    <div class="home">
      <header>
        <p class="workspace">{model.workspace.value}</p>
        <button type="button" class="square" aria-label={strings.close} onClick={() => model.setOpen(false)}>
          <Icon name="close" />
        </button>
        <h2>
          <bdi>{hello}</bdi>
          <br />
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
          <Icon name="forward" />
        </button>
        {rows.length > 0 && (
          <section class="card rows" aria-labelledby="yours">
            <h3 id="yours">{strings.yours}</h3>
            <ul>
              {rows.map((row) => (
                <ConversationRow key={row.conversation.id} row={row} {...props} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
