import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { SelfService } from '@/domain/metrics/deflection';
import { sealCursor } from '@/server/http/cursor';
import { ButtonLink } from '@/ui/button';
import { type Column, DataTable } from '@/ui/data-table';
import { FEEDBACK_REASONS } from '../commands/give-feedback';
import type { Coverage, listMisses, TroubledArticle } from '../queries-gaps';
import type { Listed, ReaderWords } from '../queries-readers';
import { ReaderWordList } from './reader-words';
import { SettleMiss } from './settle-miss.client';

type Missed = Awaited<ReturnType<typeof listMisses>>;
type Miss = Missed['rows'][number];

type Props = Readonly<{
  workspace: string;
  mayWrite: boolean;
  gaps: Readonly<{
    service: SelfService;
    misses: Missed;
    troubled: readonly TroubledArticle[];
    languages: readonly Coverage[];
    due: number;
    words: Listed<ReaderWords>;
  }>;
}>;

/** Where the knowledge base has gaps: what to write, what to mend, what to translate, what to read again. */
export function GapsScreen({ workspace, mayWrite, gaps }: Props) {
  const t = useTranslations('knowledge.gaps');
  return (
    <div className="flex flex-col gap-10">
      <Service service={gaps.service} />
      <div className="flex flex-col gap-3">
        <h2 id="misses" className="font-semibold text-lg">
          {t('misses')}
        </h2>
        <Misses workspace={workspace} mayWrite={mayWrite} misses={gaps.misses.rows} />
        {gaps.misses.next && (
          <p>
            <ButtonLink
              href={`/${workspace}/knowledge/gaps?misses=${sealCursor('misses', gaps.misses.next)}#misses`}
            >
              {t('rarer')}
            </ButtonLink>
          </p>
        )}
      </div>
      <div className="flex flex-col gap-3">
        <h2 id="troubled" className="font-semibold text-lg">
          {t('unhelpful')}
        </h2>
        <Troubled workspace={workspace} rows={gaps.troubled} />
      </div>
      <Words workspace={workspace} words={gaps.words} />
      <div className="flex flex-col gap-3">
        <h2 id="coverage" className="font-semibold text-lg">
          {t('coverage')}
        </h2>
        <Languages workspace={workspace} rows={gaps.languages} />
        <p>
          <Link
            href={`/${workspace}/knowledge?need=due`}
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {t('dueCount', { count: gaps.due })}
          </Link>
        </p>
      </div>
    </div>
  );
}

function Words({ workspace, words }: Readonly<{ workspace: string; words: Listed<ReaderWords> }>) {
  const t = useTranslations('knowledge.readers');
  const here = `/${workspace}/knowledge/gaps`;
  return (
    <section aria-labelledby="words" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="words" className="font-semibold text-lg">
          {t('words')}
        </h2>
        <ButtonLink size="sm" href={`/api/desk/${workspace}/articles/feedback`} prefetch={false} download>
          {t('export')}
        </ButtonLink>
      </div>
      <ReaderWordList workspace={workspace} rows={words.rows} named />
      {words.next && (
        <p>
          <ButtonLink href={`${here}?words=${sealCursor('readers-words', words.next)}#words`}>
            {t('older')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Service({ service }: Readonly<{ service: SelfService }>) {
  const t = useTranslations('knowledge.gaps');
  const format = useFormatter();
  const { withIntent, deflected, deflection, ratio } = service;
  const figures = [
    [t('sessions'), format.number(withIntent)],
    [t('deflected'), format.number(deflected)],
    [
      t('deflection'),
      deflection === null ? '–' : format.number(deflection, { style: 'percent', maximumFractionDigits: 1 }),
    ],
    [t('ratio'), ratio === null ? '–' : format.number(ratio, { maximumFractionDigits: 1 })],
  ] as const;
  return (
    <section aria-labelledby="service" className="flex flex-col gap-3">
      <h2 id="service" className="font-semibold text-lg">
        {t('selfService')}
      </h2>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name} className="rounded-lg border border-line bg-raised px-4 py-3">
            <dt className="text-ink-soft text-sm">{name}</dt>
            <dd className="font-semibold text-ink text-xl tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-3xl text-ink-faint text-sm">{t('deflectionHint')}</p>
    </section>
  );
}

function Misses({
  workspace,
  mayWrite,
  misses,
}: Pick<Props, 'workspace' | 'mayWrite'> & Readonly<{ misses: readonly Miss[] }>) {
  const t = useTranslations('knowledge.gaps');
  const list = useTranslations('knowledge.list');
  const languages = useTranslations('common.language');
  const format = useFormatter();
  const columns: Column<Miss>[] = [
    {
      key: 'text',
      head: t('missWords'),
      cell: ({ text, locale }) => (
        <span lang={locale} className="break-words font-medium">
          {text}
        </span>
      ),
    },
    { key: 'locale', head: list('locale'), wide: true, cell: ({ locale }) => languages(locale) },
    { key: 'count', head: t('times'), kind: 'number', cell: ({ count }) => format.number(count) },
    {
      key: 'last',
      head: t('last'),
      wide: true,
      cell: ({ lastAt }) => format.dateTime(lastAt, { dateStyle: 'medium' }),
    },
    {
      key: 'act',
      head: t('write'),
      kind: 'actions',
      cell: ({ id, text, locale }) =>
        mayWrite && (
          <span className="flex flex-wrap justify-end gap-2">
            <ButtonLink
              size="sm"
              href={`/${workspace}/knowledge/new?${new URLSearchParams({ title: text, locale, miss: id })}`}
            >
              {t('write')}
            </ButtonLink>
            <SettleMiss workspace={workspace} missId={id} text={text} />
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('misses')}
      columns={columns}
      rows={misses}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t('noMisses')}</p>}
    />
  );
}

function Troubled({ workspace, rows }: Readonly<{ workspace: string; rows: readonly TroubledArticle[] }>) {
  const t = useTranslations('knowledge.gaps');
  const list = useTranslations('knowledge.list');
  const reasons = useTranslations('help.feedback.reason');
  const format = useFormatter();
  const columns: Column<TroubledArticle>[] = [
    {
      key: 'title',
      head: list('article'),
      cell: ({ articleId, title, locale }) => (
        <Link
          href={`/${workspace}/knowledge/${articleId}/readers`}
          lang={locale}
          className="break-words font-medium underline-offset-2 hover:underline"
        >
          {title}
        </Link>
      ),
    },
    { key: 'views', head: t('views'), kind: 'number', wide: true, cell: ({ views }) => format.number(views) },
    {
      key: 'helped',
      head: t('helpedShare'),
      kind: 'number',
      cell: ({ yes, no }) =>
        yes + no === 0
          ? '–'
          : `${format.number(yes / (yes + no), { style: 'percent' })} (${yes}/${yes + no})`,
    },
    {
      key: 'tickets',
      head: t('ticketsAfter'),
      kind: 'number',
      cell: ({ articleId, tickets, title }) =>
        tickets === 0 ? (
          tickets
        ) : (
          <Link
            href={`/${workspace}/knowledge/${articleId}/readers#after`}
            aria-label={`${t('ticketsAfter')}: ${tickets}, ${title}`}
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {tickets}
          </Link>
        ),
    },
    {
      key: 'reasons',
      head: t('reasons'),
      wide: true,
      cell: ({ reasons: given }) =>
        FEEDBACK_REASONS.filter((reason) => given.includes(reason))
          .map((reason) => reasons(reason))
          .join(', '),
    },
  ];
  return (
    <DataTable
      caption={t('unhelpful')}
      columns={columns}
      rows={rows}
      rowKey={({ articleId }) => articleId}
      empty={<p className="text-ink-soft">{t('noFeedback')}</p>}
    />
  );
}

function Languages({ workspace, rows }: Readonly<{ workspace: string; rows: readonly Coverage[] }>) {
  const t = useTranslations('knowledge.gaps');
  const list = useTranslations('knowledge.list');
  const languages = useTranslations('common.language');
  const columns: Column<Coverage>[] = [
    {
      key: 'locale',
      head: list('locale'),
      cell: ({ locale }) => (
        <Link
          href={`/${workspace}/knowledge?locale=${locale}`}
          className="font-medium underline-offset-2 hover:underline"
        >
          {languages(locale)}
        </Link>
      ),
    },
    { key: 'published', head: t('published'), kind: 'number', cell: ({ published }) => published },
    { key: 'missing', head: t('missing'), kind: 'number', cell: ({ missing }) => missing },
    { key: 'stale', head: t('stale'), kind: 'number', cell: ({ stale }) => stale },
  ];
  return <DataTable caption={t('coverage')} columns={columns} rows={rows} rowKey={({ locale }) => locale} />;
}
