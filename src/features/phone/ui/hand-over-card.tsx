import { useFormatter, useTranslations } from 'next-intl';
import type { HandOver, Piece } from '@/domain/phone/hand-over';

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
      <Pieces title={t('promised')} none={t('nothingPromised')} pieces={card.promised} />
      {codeWord && <p className="text-ink-soft">{t('codeWord', { word: codeWord })}</p>}
    </section>
  );
}

type PiecesProps = Readonly<{ title: string; none: string; pieces: readonly Piece[] }>;

function Pieces({ title, none, pieces }: PiecesProps) {
  const format = useFormatter();
  return (
    <div>
      <h3 className="font-semibold text-ink">{title}</h3>
      {pieces.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {pieces.map(({ id, text, author, at }) => (
            <li key={`${id}${text}`} className="break-words text-ink">
              {text}{' '}
              <span className="text-ink-soft">
                {author}, {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
