'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { moodOf } from '@/domain/survey/survey';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';
import { answerSurveyAction } from '../actions';
import type { SurveyPage } from '../queries-page';
import { MoreQuestions } from './more-questions';
import { ScoreChoice } from './score-choice';

type Props = Readonly<{
  token: string;
  page: Pick<SurveyPage, 'words' | 'kind' | 'steps' | 'given'>;
  /** What a link in a mail has chosen; it is kept only when it is sent. */
  chosen: number | null;
}>;

/** The question, and what more somebody may say. It works before, and without, any script. */
export function SurveyForm({ token, page, chosen }: Props) {
  const t = useTranslations('survey.page');
  const [{ values, problem, done }, submit, pending] = useActionState(answerSurveyAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  const { words, given } = page;
  const typed: Readonly<Record<string, string>> = values;
  const said = (name: string, before: string | undefined): string => typed[name] ?? before ?? '';
  if (done) return <Thanks token={token} page={page} score={Number(typed['score'])} />;
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-6" noValidate>
      <input type="hidden" name="token" value={token} />
      <State code={problem?.code ?? null} answered={given !== null} chosen={chosen !== null} />
      <Score
        words={words}
        chosen={scoreIn(typed) ?? chosen ?? given?.score ?? null}
        wrong={isWrong(problem, 'score')}
      />
      <MoreQuestions
        questions={words.questions}
        typed={(name) => said(`q.${name}`, given?.answers[name])}
        wrong={(name) => (isWrong(problem, name) ? t('wrongAnswer') : undefined)}
        words={{ choose: t('choose'), optional: t('optional') }}
      />
      <Field label={t('comment')} hint={t('optional')}>
        <Textarea name="comment" rows={3} maxLength={2000} defaultValue={said('comment', given?.comment)} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        pending={pending}
        className="min-h-12 w-full sm:min-h-10 sm:w-auto sm:self-start"
      >
        {given ? t('sendChange') : t('send')}
      </Button>
    </form>
  );
}

const scoreIn = ({ score }: Readonly<Record<string, string>>): number | null =>
  score === undefined || score === '' ? null : Number(score);

type StateProps = Readonly<{ code: string | null; answered: boolean; chosen: boolean }>;

/** What is wrong, or how it stands before anything is sent. */
function State({ code, answered, chosen }: StateProps) {
  const t = useTranslations('survey.page');
  if (code) {
    return (
      <Notice tone="danger" live>
        {wordOf(code, t)}
      </Notice>
    );
  }
  if (answered) return <Notice>{t('answered')}</Notice>;
  return chosen ? <Notice>{t('chosen')}</Notice> : null;
}

type ScoreProps = Readonly<{ words: SurveyPage['words']; chosen: number | null; wrong: boolean }>;

function Score({ words, chosen, wrong }: ScoreProps) {
  const t = useTranslations('survey.page');
  const id = useId();
  return (
    <div>
      <ScoreChoice key={chosen} words={words} chosen={chosen} wrong={wrong ? id : undefined} />
      {wrong && (
        <p id={id} className="mt-2 text-danger-ink text-sm">
          {t('wrongScore')}
        </p>
      )}
    </div>
  );
}

function wordOf(code: string, t: ReturnType<typeof useTranslations<'survey.page'>>): string {
  if (code === 'rate.limited') return t('tooOften');
  if (code === 'survey.expired') return t('expired');
  return code === 'token.invalid' ? t('unknown') : t('wrong');
}

function Thanks({ token, page, score }: Pick<Props, 'token' | 'page'> & Readonly<{ score: number }>) {
  const t = useTranslations('survey.page');
  const low = moodOf(score, page) === 'bad';
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice tone="success" title={t('thanksTitle')} live>
        {t(low ? 'thanksLow' : 'thanks')}
      </Notice>
      <a href={`/survey/${token}`} className="py-2 text-accent-ink underline underline-offset-2">
        {t('again')}
      </a>
    </div>
  );
}
