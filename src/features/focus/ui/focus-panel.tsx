import { useFormatter, useTranslations } from 'next-intl';
import { shownMinutes } from '@/domain/focus/corrected';
import type { FocusCorrection, TicketFocus } from '../queries';
import { FocusCorrectionDialog } from './focus-correction.client';
import { FocusMeter } from './focus-meter.client';

type Props = Readonly<{ workspace: string; focus: TicketFocus | null }>;

/** How long the ticket was in front of the reader and of all, and that it is measured. Nothing where nobody measures. */
export function FocusPanel({ workspace, focus }: Props) {
  const t = useTranslations('focus');
  if (!focus?.measured) return null;
  const { ticketId, total, mine, corrections, takesPart } = focus;
  return (
    <section aria-labelledby="focus-time" className="border-line border-b p-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="focus-time" className="font-semibold text-base text-ink">
          {t('title')}
        </h2>
        {takesPart && (
          <FocusCorrectionDialog
            key={mine}
            workspace={workspace}
            ticketId={ticketId}
            minutes={shownMinutes(mine)}
          />
        )}
      </div>
      <p className="mt-1 text-ink-soft tabular-nums">
        {takesPart && `${t('mine', { minutes: shownMinutes(mine) })} · `}
        {t('all', { minutes: shownMinutes(total) })}
      </p>
      {takesPart && <p className="mt-1 text-ink-faint text-xs">{t('measured')}</p>}
      {corrections.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-ink-soft">
            {t('corrections', { count: corrections.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-2">
            {corrections.map((each) => (
              <Correction key={each.id} correction={each} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Correction({ correction }: Readonly<{ correction: FocusCorrection }>) {
  const t = useTranslations('focus');
  const format = useFormatter();
  const { name, seconds, reason, by, at } = correction;
  const minutes = Math.sign(seconds) * shownMinutes(Math.abs(seconds));
  const sign = format.number(minutes, { signDisplay: 'always' });
  return (
    <li>
      <p className="break-words text-ink">
        <span className="tabular-nums">{t('change', { minutes: sign })}</span> · {reason}
      </p>
      <p className="break-words text-ink-faint text-xs">
        {name === by ? name : t('changedBy', { name, by })} ·{' '}
        <time dateTime={at}>
          {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
    </li>
  );
}

/** Lets the reader's time on the ticket be measured, where it is. */
export function MeasuredFocus({ workspace, focus }: Props) {
  return focus?.takesPart ? (
    <FocusMeter key={focus.ticketId} workspace={workspace} ticketId={focus.ticketId} />
  ) : null;
}
