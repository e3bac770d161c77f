import { Face } from '../components/face.tsx';
import type { PartProps } from '../components/part-props.ts';
import type { Row } from '../model/row.ts';
import { formatMoment } from '../strings/format-day.ts';

/** The visitor's conversations. */
export function Rows(props: PartProps) {
  const { model, strings } = props;
  return (
    <section class="card rows" aria-labelledby="yours">
      <h3 id="yours">{strings.yours}</h3>
      <ul>
        {model.rows.value.map((row) => (
          <li key={row.conversation.id}>{conversationRow(row, props)}</li>
        ))}
      </ul>
      {model.hasSound && (
        <button type="button" class="link sound" onClick={() => model.mute(!model.isMuted.value)}>
          {model.isMuted.value ? strings.unmute : strings.mute}
        </button>
      )}
    </section>
  );
}

function conversationRow({ conversation, at, unread, ...row }: Row, { model, strings, locale }: PartProps) {
  const name = row.name ?? model.workspace.value ?? strings.team;
  return (
    <button type="button" class="row" data-unread={unread > 0} onClick={() => model.openConversation(conversation.id)}>
      <Face name={name} />
      <b>
        <bdi>{name}</bdi>
      </b>
      <time dateTime={at}>{formatMoment(at, new Date().toISOString(), locale)}</time>
      <span class="preview" dir="auto">
        {conversation.preview}
      </span>
      {unread > 0 && (
        <span class="badge">
          <span aria-hidden="true">{unread}</span>
          <span class="unseen">{strings.unread(unread)}</span>
        </span>
      )}
    </button>
  );
}
