import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { HandSurvey } from '../queries-choice';
import type { CustomerFeedback } from '../queries-opinions';
import { AskByHand } from './ask-by-hand.client';
import { Score } from './feedback-list';
import { ResponseRate } from './response-rate';

const TONES: Readonly<Record<string, 'success' | 'neutral' | 'danger'>> = {
  good: 'success',
  middling: 'neutral',
  bad: 'danger',
};

type Props = Readonly<{
  notes: readonly CustomerFeedback[];
  /** What the reader may ask; null for who may not answer the customer. */
  asking: Readonly<{ workspace: string; ticketId: string; surveys: readonly HandSurvey[] }> | null;
}>;

/** What this customer answered lately, for those who may read it, and how they are asked by hand. */
export function FeedbackPanel({ notes, asking }: Props) {
  const t = useTranslations('feedback');
  const format = useFormatter();
  const [first] = notes;
  const mayAsk = asking !== null && asking.surveys.length > 0;
  if (!first && !mayAsk) return null;
  return (
    <section aria-labelledby="feedback" className="border-line border-b p-4">
      <h2 id="feedback" className="font-semibold text-ink">
        {t('title')}
      </h2>
      {first && (
        <ul className="mt-2 flex flex-col gap-3">
          {notes.map(({ id, survey, terms, score, mood, comment, at }) => (
            <li key={id}>
              <p className="flex flex-wrap items-center gap-x-2">
                <Badge tone={TONES[mood] ?? 'neutral'}>
                  <Score terms={terms} score={score} />
                </Badge>
                <span className="min-w-0 break-words text-ink-soft text-sm">{survey}</span>
                <time dateTime={at.toISOString()} className="text-ink-faint text-xs">
                  {format.dateTime(at, { dateStyle: 'medium' })}
                </time>
              </p>
              {comment && <p className="mt-1 whitespace-pre-line break-words text-ink text-sm">{comment}</p>}
            </li>
          ))}
        </ul>
      )}
      {first && (
        <div className="mt-2">
          <ResponseRate asked={first.asked} answered={first.answered} />
        </div>
      )}
      {mayAsk && <AskByHand {...asking} />}
    </section>
  );
}
