import type { Body } from '@deskkit/core';
import { isPlain } from '../model/is-plain.ts';
import type { PartProps } from './part-props.ts';

/** Says to screen readers what others see arrive. */
export function Announcer({ model, strings, extras }: PartProps) {
  const news = model.news.value;
  let words: string | undefined = '';
  if (news?.kind === 'not-sent') words = strings.notSent;
  else if (news) {
    const said = spoken(news.message.body, extras);
    words = said && `${news.message.name ?? strings.team}: ${said}`;
  }
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}

/** Nothing while it is not known how to say it: to say it twice would be worse. */
function spoken(body: Body, extras: PartProps['extras']): string | undefined {
  const loaded = isPlain(body) ? null : extras();
  return loaded === null ? body.text : loaded?.spoken(body);
}
