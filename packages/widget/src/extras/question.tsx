import type { TargetedSubmitEvent } from 'preact';
import type { PartProps } from '../components/part-props.ts';

/** Asks what has to be known before anything is stored, or sent. */
export function Question(props: PartProps) {
  const { model, strings } = props;
  if (model.question.value !== 'keep') return <DetailsForm {...props} />;
  return (
    <section class="card question" aria-label={strings.askKeep}>
      <p>{strings.askKeep}</p>
      <div>
        <button type="button" class="pill" onClick={() => model.answerKeep(true)}>
          {strings.keep}
        </button>
        <button type="button" class="pill" onClick={() => model.answerKeep(false)}>
          {strings.notNow}
        </button>
      </div>
    </section>
  );
}

function DetailsForm({ model, strings }: PartProps) {
  const answer = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Readonly<Record<string, string>>;
    const said = Object.entries(fields).filter(([, value]) => value.trim() !== '');
    if (said.length > 0) model.answerDetails(Object.fromEntries(said));
  };
  return (
    <form class="card question" aria-label={strings.askDetails} onSubmit={answer}>
      <p>{strings.askDetails}</p>
      <input
        data-first
        name="name"
        autocomplete="name"
        aria-label={strings.name}
        placeholder={strings.name}
        maxLength={200}
      />
      <input
        name="email"
        type="email"
        autocomplete="email"
        aria-label={strings.email}
        placeholder={strings.email}
        maxLength={254}
      />
      <div>
        <button type="submit" class="pill">
          {strings.goOn}
        </button>
        {model.question.value === 'after' && (
          <button type="button" class="pill" onClick={() => model.answerDetails(undefined)}>
            {strings.notNow}
          </button>
        )}
      </div>
    </form>
  );
}
