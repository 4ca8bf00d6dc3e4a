import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { filterChoices } from '@/features/insights/queries';
import { getWall, queuesOnWall } from '@/features/insights/queries-wall';
import { WallBoard } from '@/features/insights/ui/wall-board.client';
import { NowPanel, TeamsPanel, TodayPanel } from '@/features/insights/ui/wall-panels';
import { WallSetup } from '@/features/insights/ui/wall-setup';
import { ConnectionBanner, Live, LiveParts } from '@/features/live/live.client';
import { metricDefinitions } from '@/features/metrics/queries';
import { getWorkload } from '@/features/routing/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { datesIn } from '@/ui/use-dates';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{ params: Promise<{ workspace: string }>; searchParams: Promise<Parameters> }>;

const PAUSE_MILLISECONDS = 3_000;
const USUAL_SECONDS = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('insights');
  return { title: t('wall.title') };
}

/** The wallboard: `?panels=now&panels=teams&team=<id>&seconds=20` says what takes turns, of which team, and how fast. */
export default async function WallPage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'insights.read');
  const now = ctx.now();
  const [parameters, locale] = await Promise.all([searchParams, getLocale()]);
  const choices = await filterChoices(ctx, locale);
  const team = choices.teams.find(({ id }) => id === parameters['team']) ?? null;
  const [t, wall, definitions, workload] = await Promise.all([
    getTranslations('insights.wall'),
    getWall(ctx, team?.id ?? null),
    metricDefinitions(locale),
    may(ctx.actor, 'workload.read') ? getWorkload(ctx) : null,
  ]);
  const metrics = new Map(definitions.map((each) => [each.metric, each]));
  const all = [
    { key: 'now', title: t('now'), content: <NowPanel now={wall.now} at={now} /> },
    { key: 'today', title: t('today'), content: <TodayPanel values={wall.today} metrics={metrics} /> },
    ...(workload
      ? [
          {
            key: 'teams',
            title: t('teams'),
            content: <TeamsPanel queues={queuesOnWall(ctx, workload.queues, team?.id ?? null)} at={now} />,
          },
        ]
      : []),
  ];
  const wanted = [parameters['panels'] ?? []].flat().flatMap((each) => each.split(','));
  const chosen = all.filter(({ key }) => wanted.includes(key));
  const seconds = Math.min(600, Math.max(5, Number(parameters['seconds']) || USUAL_SECONDS));
  return (
    <IslandMessages namespaces={['insights.wall', 'desk.live']}>
      <LiveParts workspace={workspace.slug}>
        <ConnectionBanner workspace={workspace.slug} />
        <WallBoard
          workspace={workspace.slug}
          name={team ? `${workspace.name} · ${team.name}` : workspace.name}
          setup={
            <WallSetup
              panels={all.map(({ key, title }) => ({
                ...{ key, title },
                shown: chosen.length === 0 || wanted.includes(key),
              }))}
              teams={choices.teams}
              team={team?.id ?? null}
              seconds={seconds}
            />
          }
          at={datesIn(locale, user.timeZone).dateTime(now, { timeStyle: 'short' })}
          panels={chosen.length > 0 ? chosen : all}
          seconds={seconds}
        />
        <Live
          workspace={workspace.slug}
          topics={['tickets', 'routing', 'calls']}
          since={now.getTime()}
          pauseMilliseconds={PAUSE_MILLISECONDS}
        />
      </LiveParts>
    </IslandMessages>
  );
}
