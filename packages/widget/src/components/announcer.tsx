import type { PartProps } from './part-props.ts';

/** Says to screen readers what others see arrive. */
export function Announcer({ model, strings }: PartProps) {
  const news = model.news.value;
  const words = news?.kind === 'reply' ? `${news.name ?? strings.team}: ${news.text}` : news ? strings.notSent : '';
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}
