import { wordsOf } from '@deskkit/core';
import type { PartProps } from './part-props.ts';

/** Says to screen readers what others see arrive. */
export function Announcer({ model, strings, parse }: PartProps) {
  const news = model.news.value;
  const blocks = news?.kind === 'reply' && parse(news.message.body);
  let words = '';
  if (news?.kind === 'not-sent') words = strings.notSent;
  else if (blocks) words = `${news.message.name ?? strings.team}: ${wordsOf(blocks)}`;
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}
