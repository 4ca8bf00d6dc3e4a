import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { weightOf } from '@/domain/metrics/intervals';
import { wilsonInterval } from '@/domain/metrics/wilson';
import { DataTable } from '@/ui/data-table';
import { useDates } from '@/ui/use-dates';
import type { KnowledgeLanguage, KnowledgeParts } from '../queries-knowledge';
import { useInsightWords } from '../words';
import { BoardSection } from './board-section';

type Props = Readonly<{ workspace: string; parts: KnowledgeParts }>;

/** What the board of the knowledge base shows beside its numbers. */
export function KnowledgeTables({ workspace, parts }: Props) {
  const t = useTranslations('insights.knowledge');
  return (
    <>
      <BoardSection id="languages" title={t('languages')} hint={t('languagesHint')}>
        <Languages workspace={workspace} rows={parts.languages} />
      </BoardSection>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <BoardSection id="articles" title={t('articles')} hint={t('articlesHint')}>
          <Articles workspace={workspace} rows={parts.articles} />
        </BoardSection>
        <BoardSection id="searches" title={t('searches')} hint={t('searchesHint')}>
          <Searches workspace={workspace} rows={parts.searches} />
        </BoardSection>
      </div>
    </>
  );
}

function Languages({ workspace, rows }: Readonly<{ workspace: string; rows: readonly KnowledgeLanguage[] }>) {
  const t = useTranslations('insights.knowledge');
  const { write, partNames } = useInsightWords();
  const number = { kind: 'number' } as const;
  return (
    <DataTable
      caption={t('languages')}
      rows={rows}
      rowKey={({ locale }) => locale}
      columns={[
        {
          key: 'locale',
          head: t('language'),
          cell: ({ locale }) => (
            <Link
              href={`/${workspace}/knowledge?locale=${locale}`}
              className="font-medium underline-offset-2 hover:underline"
            >
              {partNames('language')(locale, null)}
            </Link>
          ),
        },
        { ...number, key: 'views', head: t('views'), cell: ({ views }) => write.count(views) },
        {
          ...number,
          key: 'before',
          head: t('viewsBefore'),
          wide: true,
          cell: ({ viewsBefore }) => write.count(viewsBefore),
        },
        { ...number, key: 'helped', head: t('helped'), cell: ({ yes, no }) => <Helped yes={yes} no={no} /> },
        {
          ...number,
          key: 'published',
          head: t('published'),
          cell: ({ published }) => write.count(published),
        },
        { ...number, key: 'missing', head: t('missing'), cell: ({ missing }) => write.count(missing) },
      ]}
    />
  );
}

/** The share of votes that said yes, with its interval; of too few votes only how many there were. */
function Helped({ yes, no }: Readonly<{ yes: number; no: number }>) {
  const t = useTranslations('insights.tile');
  const { write } = useInsightWords();
  const count = yes + no;
  const interval = wilsonInterval(yes, count);
  if (count === 0) return <span className="text-ink-faint">–</span>;
  const span = interval && {
    low: write.value(interval.low, 'share'),
    high: write.value(interval.high, 'share'),
  };
  return (
    <>
      {weightOf(count) === 'none' ? (
        <span className="text-ink-faint">{t('tooFew')}</span>
      ) : (
        <span title={span ? t('interval', span) : undefined}>{write.value(yes / count, 'share')}</span>
      )}
      <span className="block text-ink-faint text-xs">{t('count', { count })}</span>
    </>
  );
}

function Articles({ workspace, rows }: Readonly<{ workspace: string; rows: KnowledgeParts['articles'] }>) {
  const t = useTranslations('insights.knowledge');
  const { write } = useInsightWords();
  const number = { kind: 'number' } as const;
  return (
    <DataTable
      caption={t('articles')}
      rows={rows}
      rowKey={({ articleId }) => articleId}
      empty={<p className="py-4 text-ink-faint">{t('noArticles')}</p>}
      columns={[
        {
          key: 'title',
          head: t('article'),
          cell: ({ articleId, title, locale }) => (
            <Link
              href={`/${workspace}/knowledge/${articleId}`}
              lang={locale}
              className="break-words font-medium underline-offset-2 hover:underline"
            >
              {title}
            </Link>
          ),
        },
        { ...number, key: 'tickets', head: t('tickets'), cell: ({ tickets }) => write.count(tickets) },
        { ...number, key: 'helped', head: t('helped'), cell: ({ yes, no }) => <Helped yes={yes} no={no} /> },
        { ...number, key: 'views', head: t('views'), wide: true, cell: ({ views }) => write.count(views) },
      ]}
    />
  );
}

function Searches({ workspace, rows }: Readonly<{ workspace: string; rows: KnowledgeParts['searches'] }>) {
  const t = useTranslations('insights.knowledge');
  const dates = useDates();
  const { write, partNames } = useInsightWords();
  return (
    <DataTable
      caption={t('searches')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="py-4 text-ink-faint">{t('noSearches')}</p>}
      columns={[
        {
          key: 'text',
          head: t('words'),
          cell: ({ text, locale }) => (
            <Link
              href={`/${workspace}/knowledge/gaps`}
              lang={locale}
              className="break-words font-medium underline-offset-2 hover:underline"
            >
              {text}
            </Link>
          ),
        },
        {
          key: 'locale',
          head: t('language'),
          wide: true,
          cell: ({ locale }) => partNames('language')(locale, null),
        },
        { key: 'count', head: t('times'), kind: 'number', cell: ({ count }) => write.count(count) },
        {
          key: 'last',
          head: t('last'),
          wide: true,
          cell: ({ lastAt }) => dates.dateTime(lastAt, { dateStyle: 'medium' }),
        },
      ]}
    />
  );
}
