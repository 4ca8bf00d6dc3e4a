import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { History, RevisionRow } from '../queries-editor';
import { RestoreRevision } from './restore-revision.client';
import { WordChanges } from './word-changes';

type Props = Readonly<{ workspace: string; articleId: string; history: History; mayWrite: boolean }>;

/** The revisions of a text, and two of them compared. */
export function HistoryScreen({ workspace, articleId, history, mayWrite }: Props) {
  const t = useTranslations('knowledge.history');
  const { comparison, locale } = history;
  const here = `/${workspace}/knowledge/${articleId}/history?text=${history.translationId}`;
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
        {history.newest > 1 && <Chosen workspace={workspace} articleId={articleId} history={history} />}
        {comparison ? (
          <Comparison comparison={comparison} lang={locale} />
        ) : (
          <p className="text-ink-soft">{t('only')}</p>
        )}
      </Panel>
    </div>
  );
}

type Compared = NonNullable<History['comparison']>;

const isChanged = (changes: Compared['changes']) => changes.some(({ kind }) => kind !== 'same');

function Comparison({ comparison, lang }: Readonly<{ comparison: Compared; lang: string }>) {
  const t = useTranslations('knowledge');
  const { titles, excerpts, keywords, changes } = comparison;
  const besides = [
    ['name', titles],
    ['excerpt', excerpts],
    ['keywords', keywords],
  ] as const;
  const changed = besides.filter(([, each]) => isChanged(each));
  return (
    <>
      {changed.length === 0 && !isChanged(changes) && (
        <p className="mb-3 text-ink-soft">{t('history.same')}</p>
      )}
      {changed.map(([name, each]) => (
        <section key={name} aria-label={t(`editor.${name}`)} className="mb-4">
          <h3 className="font-medium text-ink-soft text-sm">{t(`editor.${name}`)}</h3>
          <WordChanges changes={each} lang={lang} />
        </section>
      ))}
      {changed.length > 0 && <h3 className="font-medium text-ink-soft text-sm">{t('editor.text')}</h3>}
      <WordChanges changes={changes} lang={lang} />
    </>
  );
}

/** Any two of the revisions, chosen by their numbers; a form without script. */
function Chosen({ workspace, articleId, history }: Pick<Props, 'workspace' | 'articleId' | 'history'>) {
  const t = useTranslations('knowledge.history');
  const { newest, comparison, translationId } = history;
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const sides = [
    ['from', comparison?.from ?? newest - 1],
    ['to', comparison?.to ?? newest],
  ] as const;
  return (
    <form
      key={`${comparison?.from} ${comparison?.to}`}
      action={`/${workspace}/knowledge/${articleId}/history`}
      className="mb-4 flex flex-wrap items-end gap-2"
    >
      <input type="hidden" name="text" value={translationId} />
      {sides.map(([name, chosen]) => (
        <Field key={name} label={t(name)}>
          <Select name={name} defaultValue={chosen}>
            {numbers.map((number) => (
              <option key={number} value={number}>
                {t('number', { number })}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit">{t('compareThese')}</Button>
    </form>
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
