import { getLocale, getTranslations } from 'next-intl/server';
import { type BoardName, boardOf } from '@/domain/insights/boards';
import { may } from '@/domain/permission/can';
import { askedAgain, FILTER_NAMES } from '@/features/insights/asked';
import { askedOf, filterChoices, getBoard } from '@/features/insights/queries';
import { BoardScreen } from '@/features/insights/ui/board-screen';
import { ExportMenu } from '@/features/insights/ui/export-menu.client';
import { Filters } from '@/features/insights/ui/filters';
import { InsightTabs } from '@/features/insights/ui/insight-tabs';
import { metricDefinitions } from '@/features/metrics/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
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
    filterChoices(ctx, locale),
    getBoard(ctx, board, asked),
  ]);
  const metrics = new Map(definitions.map((each) => [each.metric, each]));
  const names = may(ctx.actor, 'people.read')
    ? FILTER_NAMES
    : FILTER_NAMES.filter((each) => each !== 'agent');
  return (
    <IslandMessages namespaces={['insights.filter', 'insights.export']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t(`board.${name}.title`)}
          description={t(`board.${name}.description`)}
          actions={
            <ExportMenu
              address={`/api/desk/${workspace.slug}/insights/boards/${name}/export${askedAgain(asked)}`}
              parts={[
                { key: 'numbers', name: t('numbers') },
                { key: 'course', name: t('export.sheet.course') },
                { key: 'lines', name: t(`by.${board.split}`) },
              ]}
            />
          }
        />
        <InsightTabs workspace={workspace.slug} current={name} search={askedAgain(asked)} />
        <Filters asked={asked} choices={choices} names={names} />
        <BoardScreen workspace={workspace.slug} board={board} asked={asked} page={page} metrics={metrics} />
      </div>
    </IslandMessages>
  );
}
