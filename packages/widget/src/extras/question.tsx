import type { TargetedSubmitEvent } from 'preact';
import type { PartProps } from '../components/part-props.ts';

/** Asks what has to be known before anything is stored, or sent. */
export function Question({ model, strings }: PartProps) {
  if (model.question.value === 'keep')
    return (
      <section class="card question" aria-label={strings.askKeep}>
        <p>{strings.askKeep}</p>
        <div>
          <button type="button" class="pill" onClick={() => model.answerKeep(true)}>
            {strings.keep}
          </button>
          <button type="button" class="pill" onClick={() => model.answerKeep(false)}>
            {strings.dontKeep}
          </button>
        </div>
      </section>
    );
  const answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    model.answerName(event.currentTarget.querySelector('input')?.value ?? '');
  };
  return (
    <form class="card question" onSubmit={answer}>
      <label for="name">{strings.askName}</label>
      <div>
        <input id="name" data-first autocomplete="name" placeholder={strings.name} maxLength={200} required />
        <button type="submit" class="pill">
          {strings.goOn}
        </button>
      </div>
    </form>
  );
}
