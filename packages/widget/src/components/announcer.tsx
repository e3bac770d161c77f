import { parseBody, wordsOf } from '@deskkit/core';
import type { PartProps } from './part-props.ts';

/** Says to screen readers what others see arrive. */
export function Announcer({ model, strings }: PartProps) {
  const news = model.news.value;
  let words = '';
  if (news?.kind === 'not-sent') words = strings.notSent;
  else if (news) words = `${news.message.name ?? strings.team}: ${wordsOf(parseBody(news.message.body))}`;
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}
