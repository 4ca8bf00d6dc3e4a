import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { isMetric } from '@/domain/insights/boards';
import { may } from '@/domain/permission/can';
import { askedAgain, FILTER_NAMES } from '@/features/insights/asked';
import { askedOf, filterChoices } from '@/features/insights/queries';
import { getMetricPage } from '@/features/insights/queries-metric';
import { BoardActions } from '@/features/insights/ui/board-actions';
import { Filters } from '@/features/insights/ui/filters';
import { InsightTabs } from '@/features/insights/ui/insight-tabs';
import { MetricScreen } from '@/features/insights/ui/metric-screen';
import { PrintHead } from '@/features/insights/ui/print-head';
import { metricDefinitions } from '@/features/metrics/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string; metric: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { metric } = await params;
  const definitions = await metricDefinitions(await getLocale());
  const found = definitions.find((each) => each.metric === metric);
  return found ? { title: found.name } : {};
}

export default async function MetricPage({ params, searchParams }: Props) {
  const [{ workspace: slug, metric }, parameters] = await Promise.all([params, searchParams]);
  const { ctx, workspace } = await staffPage(slug, 'insights.own');
  if (!isMetric(metric)) notFound();
  const leads = may(ctx.actor, 'insights.read');
  const asked = await askedOf(ctx, parameters);
  const locale = await getLocale();
  const [t, definitions, choices, page] = await Promise.all([
    getTranslations('insights'),
    metricDefinitions(locale),
    filterChoices(ctx, locale, asked.filters),
    getMetricPage(ctx, metric, { asked, parameters }),
  ]);
  const described = definitions.find((each) => each.metric === metric);
  if (!described) notFound();
  const names = leads ? FILTER_NAMES : FILTER_NAMES.filter((name) => name !== 'agent' && name !== 'team');
  return (
    <IslandMessages namespaces={['insights.filter', 'insights.export', 'insights.print']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={described.name}
          description={leads ? described.definition : `${t('ownOnly')} ${described.definition}`}
          actions={
            <BoardActions
              workspace={workspace.slug}
              board={null}
              exports={{
                address: `/api/desk/${workspace.slug}/insights/metrics/${metric}/export${askedAgain(asked, { by: page.by })}`,
                parts: [
                  { key: 'course', name: t('export.sheet.course') },
                  { key: 'split', name: t(`by.${page.by}`) },
                  { key: 'rows', name: t('drill.title') },
                ],
              }}
            />
          }
        />
        <PrintHead workspace={workspace.name} now={ctx.now()} asked={asked} choices={choices} />
        {leads && <InsightTabs workspace={workspace.slug} current={null} search="" />}
        <Filters
          workspace={workspace.slug}
          asked={asked}
          choices={choices}
          names={names}
          kept={page.by === 'channel' ? {} : { by: page.by }}
        />
        <MetricScreen
          workspace={workspace.slug}
          described={described}
          metrics={new Map(definitions.map((each) => [each.metric, each]))}
          asked={asked}
          page={page}
        />
      </div>
    </IslandMessages>
  );
}
