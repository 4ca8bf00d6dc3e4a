import { classNames } from '@/ui/class-names';
import type { SurveyWords } from '../survey-words';

type Props = Readonly<{
  words: Pick<SurveyWords, 'question' | 'scores' | 'named'>;
  chosen: number | null;
  /** The id of the sentence that says what is wrong. */
  wrong?: string | undefined;
  /** Of the field; a form has one of it. */
  name?: string;
}>;

const TILE =
  'flex min-h-12 cursor-pointer items-center gap-3 rounded-lg border border-line-strong bg-canvas px-3 text-ink text-lg has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 hover:border-ink-faint sm:text-base';

/** The scale of a survey: a choice of one, by thumb, keyboard or screen reader. */
export function ScoreChoice({ words, chosen, wrong, name = 'score' }: Props) {
  const { question, scores, named } = words;
  const shown = named ? scores.toReversed() : scores;
  return (
    <fieldset aria-describedby={wrong} className="min-w-0">
      <legend className="text-balance font-medium text-ink text-lg">{question}</legend>
      <div className={classNames('mt-3 gap-2', named ? 'flex flex-col' : columnsOf(scores.length))}>
        {shown.map(({ score, label }) => (
          <label key={score} className={classNames(TILE, !named && 'justify-center px-0 tabular-nums')}>
            <input
              type="radio"
              name={name}
              value={score}
              required
              defaultChecked={score === chosen}
              aria-label={named || label === '' ? undefined : `${score} – ${label}`}
              className={named ? 'size-4 shrink-0 accent-accent' : 'sr-only'}
            />
            {named ? label : score}
          </label>
        ))}
      </div>
      {!named && (
        <div aria-hidden className="mt-1.5 flex justify-between gap-4 text-ink-soft text-sm">
          <span>{scores[0]?.label}</span>
          <span className="text-right">{scores.at(-1)?.label}</span>
        </div>
      )}
    </fieldset>
  );
}

const columnsOf = (many: number): string => {
  if (many > 7) return 'grid grid-cols-6 sm:grid-cols-11';
  return many === 7 ? 'grid grid-cols-7' : 'grid grid-cols-5';
};
