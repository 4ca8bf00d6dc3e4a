import { useFormatter, useTranslations } from 'next-intl';
import type { HandOver, Owed, Piece } from '@/domain/phone/hand-over';

type Props = Readonly<{ card: HandOver; note?: string; codeWord?: string }>;

/** What was asked, what was tried and what was promised: read before dialling, so that the customer repeats nothing. */
export function HandOverCard({ card, note = '', codeWord = '' }: Props) {
  const t = useTranslations('phone.handOver');
  return (
    <section
      aria-label={t('label')}
      className="flex flex-col gap-3 rounded-md border border-accent-ink/20 bg-accent-soft p-3 text-sm"
    >
      {note && (
        <div>
          <h3 className="font-semibold text-ink">{t('wish')}</h3>
          <p className="whitespace-pre-line break-words text-ink">{note}</p>
        </div>
      )}
      <Pieces title={t('asked')} none={t('nothingAsked')} pieces={card.asked} />
      <Pieces title={t('tried')} none={t('nothingTried')} pieces={card.tried} />
      <Promised owed={card.owed} pieces={card.promised} />
      {codeWord && <p className="text-ink-soft">{t('codeWord', { word: codeWord })}</p>}
    </section>
  );
}

type PromisedProps = Readonly<{ owed: readonly Owed[]; pieces: readonly Piece[] }>;

/** First the times that are still owed, with how they stand; then what else our answers promised. */
function Promised({ owed, pieces }: PromisedProps) {
  const t = useTranslations('phone.handOver');
  if (owed.length === 0) return <Pieces title={t('promised')} none={t('nothingPromised')} pieces={pieces} />;
  return (
    <div>
      <h3 className="font-semibold text-ink">{t('promised')}</h3>
      <ul className="flex flex-col gap-1">
        {owed.map((each) => (
          <OwedLine key={each.id} {...each} />
        ))}
        {pieces.map((each) => (
          <PieceLine key={`${each.id}${each.text}`} {...each} />
        ))}
      </ul>
    </div>
  );
}

function OwedLine({ about, state, dueAt, author, text }: Owed) {
  const t = useTranslations('phone.handOver');
  const promise = useTranslations('promise');
  const format = useFormatter();
  const colour = state === 'broken' || state === 'at_risk' ? 'text-danger-ink' : 'text-ink-soft';
  return (
    <li className="break-words text-ink">
      {t('owed', {
        about: promise(`about.${about}`),
        at: format.dateTime(dueAt, { dateStyle: 'medium', timeStyle: 'short' }),
      })}{' '}
      <span className={colour}>· {promise(`state.${state}`)}</span> {text}{' '}
      {author && <span className="text-ink-soft">{author}</span>}
    </li>
  );
}

type PiecesProps = Readonly<{ title: string; none: string; pieces: readonly Piece[] }>;

function Pieces({ title, none, pieces }: PiecesProps) {
  return (
    <div>
      <h3 className="font-semibold text-ink">{title}</h3>
      {pieces.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {pieces.map((each) => (
            <PieceLine key={`${each.id}${each.text}`} {...each} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PieceLine({ text, author, at, isCall, outcome }: Piece) {
  const t = useTranslations('phone.handOver');
  const came = useTranslations('phone.outcome');
  const format = useFormatter();
  const when = format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const how = isCall ? [t(outcome ? 'called' : 'fromCall')] : [];
  return (
    <li className="break-words text-ink">
      {[outcome && came(outcome), text].filter(Boolean).join(': ')}{' '}
      <span className="text-ink-soft">{[...how, author, when].filter(Boolean).join(', ')}</span>
    </li>
  );
}
