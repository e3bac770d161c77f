import type { PartProps } from '../components/part-props.ts';
import type { MessageGroup } from '../model/group-messages.ts';

/** Sends what the desk refused once more. */
export function Again({ group, model, strings }: PartProps & { readonly group: MessageGroup }) {
  const [first] = group.messages;
  return (
    <button type="button" class="link again" onClick={() => first && model.sendAgain(first.id)}>
      {strings.tryAgain}
    </button>
  );
}
