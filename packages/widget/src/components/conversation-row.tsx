import type { Row } from '../model/row.ts';
import { formatMoment } from '../strings/format-time.ts';
import { Face } from './face.tsx';
import type { PartProps } from './part-props.ts';

export function ConversationRow({ row, model, strings, locale }: PartProps & { readonly row: Row }) {
  const { conversation, at, unread } = row;
  const name = row.name ?? model.workspace.value ?? strings.team;
  return (
    <li>
      <button
        type="button"
        class="row"
        data-unread={unread > 0}
        onClick={() => model.openConversation(conversation.id)}
      >
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
    </li>
  );
}
