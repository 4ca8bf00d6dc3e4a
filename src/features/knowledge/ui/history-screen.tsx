import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Panel } from '@/ui/panel';
import type { History, RevisionRow } from '../queries-editor';
import { RestoreRevision } from './restore-revision.client';
import { WordChanges } from './word-changes';

type Props = Readonly<{ workspace: string; articleId: string; history: History; mayWrite: boolean }>;

/** The revisions of a text, and two of them compared. */
export function HistoryScreen({ workspace, articleId, history, mayWrite }: Props) {
  const t = useTranslations('knowledge.history');
  const { comparison, locale } = history;
  const here = `/${workspace}/knowledge/${articleId}/history?text=${history.translationId}`;
  const same = comparison?.changes.every(({ kind }) => kind === 'same') ?? false;
  const titleChanged = comparison?.titles.some(({ kind }) => kind !== 'same') ?? false;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <Revisions
        workspace={workspace}
        articleId={articleId}
        history={history}
        mayWrite={mayWrite}
        here={here}
      />
      <Panel
        title={comparison ? t('comparison', { from: comparison.from, to: comparison.to }) : t('title')}
        className="min-w-0"
      >
        {!comparison && <p className="text-ink-soft">{t('only')}</p>}
        {comparison && titleChanged && (
          <div className="mb-3 font-semibold text-lg">
            <WordChanges changes={comparison.titles} lang={locale} />
          </div>
        )}
        {comparison && same && !titleChanged && <p className="mb-3 text-ink-soft">{t('same')}</p>}
        {comparison && <WordChanges changes={comparison.changes} lang={locale} />}
      </Panel>
    </div>
  );
}

function Revisions({ workspace, history, mayWrite, here }: Props & Readonly<{ here: string }>) {
  const t = useTranslations('knowledge.history');
  const shown = history.comparison?.to ?? history.newest;
  const last = history.revisions.at(-1)?.number;
  return (
    <section aria-label={t('list')} className="flex flex-col gap-2">
      <ol className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line">
        {history.revisions.map((row) => (
          <li
            key={row.number}
            className={row.number === shown ? 'bg-accent-soft px-3 py-2' : 'bg-raised px-3 py-2'}
          >
            <Revision row={row} history={history} shown={shown} here={here} />
            {mayWrite && !history.archived && row.number < history.newest && (
              <RestoreRevision
                workspace={workspace}
                translationId={history.translationId}
                number={row.number}
              />
            )}
          </li>
        ))}
      </ol>
      {history.more && last && (
        <Link href={`${here}&before=${last}`} className="text-accent-ink underline-offset-2 hover:underline">
          {t('older')}
        </Link>
      )}
    </section>
  );
}

type RevisionProps = Readonly<{ row: RevisionRow; history: History; shown: number; here: string }>;

function Revision({ row, history, shown, here }: RevisionProps) {
  const t = useTranslations('knowledge.history');
  const format = useFormatter();
  const { number, kind, authorName, at } = row;
  const name = t('number', { number });
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {number > 1 ? (
          <Link
            href={`${here}&from=${number - 1}&to=${number}`}
            aria-current={number === shown ? 'true' : undefined}
            className="underline-offset-2 hover:underline"
          >
            {name}
          </Link>
        ) : (
          name
        )}
        {number === history.liveRevision && <Badge tone="success">{t('live')}</Badge>}
        {kind !== 'written' && <Badge>{t(`kind.${kind === 'restored' ? 'restored' : 'imported'}`)}</Badge>}
      </p>
      <p className="text-ink-soft text-sm">
        {t('by', { name: authorName, at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}
      </p>
    </>
  );
}
