import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { ArticleRow, TextStanding } from '../queries';

type Props = Readonly<{
  workspace: string;
  rows: readonly ArticleRow[];
  /** True when the list is narrowed: that nothing is there then says less. */
  narrowed: boolean;
  /** Whoever only reads is led to where one reads. */
  mayWrite: boolean;
  /** What to do where there is no article yet. */
  actions: ReactNode;
}>;

/** The articles with where each language of them stands. */
export function ArticleTable({ workspace, rows, narrowed, mayWrite, actions }: Props) {
  const t = useTranslations('knowledge');
  const format = useFormatter();
  const columns: Column<ArticleRow>[] = [
    {
      key: 'article',
      head: t('list.article'),
      cell: (row) => <Title workspace={workspace} row={row} below={mayWrite ? '' : '/read'} />,
    },
    {
      key: 'languages',
      head: t('list.languages'),
      cell: ({ texts, id }) => (
        <ul className="flex flex-wrap gap-1">
          {texts.map((text) => (
            <li key={text.id}>
              <TextMark workspace={workspace} articleId={id} text={text} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'category',
      wide: true,
      head: t('list.category'),
      cell: ({ category }) => <span className="text-ink-soft">{category ?? t('list.noCategory')}</span>,
    },
    {
      key: 'owner',
      wide: true,
      head: t('list.owner'),
      cell: ({ owner }) => <span className="text-ink-soft">{owner ?? t('list.noOwner')}</span>,
    },
    {
      key: 'updated',
      wide: true,
      head: t('list.updated'),
      cell: ({ updatedAt }) => (
        <time dateTime={updatedAt.toISOString()} className="whitespace-nowrap text-ink-soft">
          {format.dateTime(updatedAt, { dateStyle: 'medium' })}
        </time>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('list.table')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon={BookOpen}
          title={t(narrowed ? 'list.nothingTitle' : 'list.emptyTitle')}
          actions={narrowed ? undefined : actions}
        >
          {t(narrowed ? 'list.nothingBody' : 'list.emptyBody')}
        </EmptyState>
      }
    />
  );
}

type TitleProps = Readonly<{ workspace: string; row: ArticleRow; below: string }>;

function Title({ workspace, row, below }: TitleProps) {
  const t = useTranslations('knowledge');
  return (
    <div className="md:min-w-64">
      <Link
        href={`/${workspace}/knowledge/${row.id}${below}`}
        lang={row.locale}
        className="break-words font-medium text-ink underline-offset-2 hover:underline"
      >
        {row.title}
      </Link>
      <p className="mt-0.5 flex flex-wrap gap-1">
        {row.audience === 'internal' && <Badge tone="outline">{t('audience.internal')}</Badge>}
        {row.due && <Badge tone="warning">{t('mark.due')}</Badge>}
      </p>
    </div>
  );
}

const TONES = { draft: 'neutral', in_review: 'info', published: 'success', archived: 'outline' } as const;

type MarkProps = Readonly<{ workspace: string; articleId: string; text: TextStanding }>;

/** One language: its code, and in words for all who do not see colours, where it stands. */
function TextMark({ workspace, articleId, text }: MarkProps) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const { locale, state, stale, changed } = text;
  const marks = [
    t(`state.${state}`),
    ...(stale ? [t('mark.stale')] : []),
    ...(changed ? [t('mark.changed')] : []),
  ];
  const said = `${languages(locale)}: ${marks.join(', ')}`;
  return (
    <Link href={`/${workspace}/knowledge/${articleId}?locale=${locale}`} title={said} className="rounded-sm">
      <Badge tone={stale || changed ? 'warning' : TONES[state]}>
        <span aria-hidden className="uppercase">
          {locale}
          {(stale || changed) && ' •'}
        </span>
        <span className="sr-only">{said}</span>
      </Badge>
    </Link>
  );
}
