import { getLocale, getTranslations } from 'next-intl/server';
import { type BoardName, boardOf } from '@/domain/insights/boards';
import { may } from '@/domain/permission/can';
import { type Asked, askedAgain, FILTER_NAMES } from '@/features/insights/asked';
import { askedOf, filterChoices, getBoard } from '@/features/insights/queries';
import { listComments } from '@/features/insights/queries-comments';
import { getKnowledge } from '@/features/insights/queries-knowledge';
import { BoardActions } from '@/features/insights/ui/board-actions';
import { BoardScreen } from '@/features/insights/ui/board-screen';
import { BoardSection } from '@/features/insights/ui/board-section';
import { CommentList } from '@/features/insights/ui/comment-list';
import { Filters } from '@/features/insights/ui/filters';
import { InsightTabs } from '@/features/insights/ui/insight-tabs';
import { KnowledgeTables } from '@/features/insights/ui/knowledge-parts';
import { MixTable } from '@/features/insights/ui/mix-table';
import { PrintHead } from '@/features/insights/ui/print-head';
import { metricDefinitions, workMix } from '@/features/metrics/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import type { StaffContext } from '@/server/context';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  workspace: string;
  name: BoardName;
  parameters: Readonly<Record<string, string | string[] | undefined>>;
}>;

/** A board of numbers for those who lead. */
export async function BoardRoute({ workspace: slug, name, parameters }: Props) {
  const { ctx, workspace } = await staffPage(slug, 'insights.read');
  const board = boardOf(name);
  const asked = await askedOf(ctx, parameters);
  const locale = await getLocale();
  const [t, definitions, choices, page] = await Promise.all([
    getTranslations('insights'),
    metricDefinitions(locale),
    filterChoices(ctx, locale, asked.filters),
    getBoard(ctx, board, asked),
  ]);
  const metrics = new Map(definitions.map((each) => [each.metric, each]));
  const names = may(ctx.actor, 'people.read')
    ? FILTER_NAMES
    : FILTER_NAMES.filter((each) => each !== 'agent');
  return (
    <IslandMessages namespaces={['insights.filter', 'insights.export', 'insights.print']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t(`board.${name}.title`)}
          description={t(`board.${name}.description`)}
          actions={
            <BoardActions
              workspace={workspace.slug}
              board={{ name, search: askedAgain({ ...asked, span: 'last_30_days' }) }}
              exports={{
                address: `/api/desk/${workspace.slug}/insights/boards/${name}/export${askedAgain(asked)}`,
                parts: partsOf(name).map((key) => ({
                  key,
                  name: t(key === 'lines' ? `by.${board.split}` : PARTS[key]),
                })),
              }}
            />
          }
        />
        <PrintHead workspace={workspace.name} now={ctx.now()} asked={asked} choices={choices} />
        <InsightTabs workspace={workspace.slug} current={name} search={askedAgain(asked)} />
        <Filters workspace={workspace.slug} asked={asked} choices={choices} names={names} />
        <BoardScreen workspace={workspace.slug} board={board} asked={asked} page={page} metrics={metrics}>
          <More ctx={ctx} workspace={workspace.slug} name={name} asked={asked} />
        </BoardScreen>
      </div>
    </IslandMessages>
  );
}

const PARTS = {
  numbers: 'numbers',
  course: 'export.sheet.course',
  mix: 'mix.title',
  comments: 'comments.title',
  languages: 'knowledge.languages',
  articles: 'knowledge.articles',
  searches: 'knowledge.searches',
} as const;

/** The tables of a board that can be had as CSV. */
function partsOf(name: BoardName): readonly (keyof typeof PARTS | 'lines')[] {
  const common = ['numbers', 'course', 'lines'] as const;
  if (name === 'satisfaction') return [...common, 'comments'];
  if (name === 'agents') return [...common, 'mix'];
  return name === 'knowledge' ? [...common, 'languages', 'articles', 'searches'] : common;
}

const COMMENTS_SHOWN = 20;

type MoreProps = Readonly<{ ctx: StaffContext; workspace: string; name: BoardName; asked: Asked }>;

/** What only one board shows. */
async function More({ ctx, workspace, name, asked }: MoreProps) {
  const t = await getTranslations('insights.comments');
  if (name === 'agents') return <Mix ctx={ctx} asked={asked} />;
  if (name === 'knowledge')
    return <KnowledgeTables workspace={workspace} parts={await getKnowledge(ctx, asked)} />;
  if (name !== 'satisfaction') return null;
  return (
    <BoardSection
      id="comments"
      title={t('title')}
      hint={t('hint')}
      actions={<ButtonLink href={`/${workspace}/feedback`}>{t('all')}</ButtonLink>}
    >
      <CommentList workspace={workspace} comments={await listComments(ctx, asked, COMMENTS_SHOWN)} />
    </BoardSection>
  );
}

/** What each person worked on, beside their numbers. */
async function Mix({ ctx, asked }: Pick<MoreProps, 'ctx' | 'asked'>) {
  const t = await getTranslations('insights.mix');
  return (
    <BoardSection id="mix" title={t('title')} hint={t('hint')}>
      <MixTable rows={await workMix(ctx, asked.question)} />
    </BoardSection>
  );
}
