import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { isBoard } from '@/domain/insights/boards';
import { may } from '@/domain/permission/can';
import { readAsked } from '@/features/insights/asked';
import { filterChoices } from '@/features/insights/queries';
import { getCounting, getInsightSettings } from '@/features/insights/queries-settings';
import { AnnotationDialog } from '@/features/insights/ui/annotation-dialog.client';
import { AnnotationTable } from '@/features/insights/ui/annotation-table';
import { BoardSection } from '@/features/insights/ui/board-section';
import { CostSection } from '@/features/insights/ui/cost-section';
import { CountingSection } from '@/features/insights/ui/counting-section';
import { InsightTabs } from '@/features/insights/ui/insight-tabs';
import { ReportSection } from '@/features/insights/ui/report-section';
import { ReportTable, weekdaysIn } from '@/features/insights/ui/report-table';
import { TargetTable } from '@/features/insights/ui/target-table';
import { metricDefinitions } from '@/features/metrics/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{ params: Promise<{ workspace: string }>; searchParams: Promise<Parameters> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('insights');
  return { title: t('settings.title') };
}

export default async function InsightSettingsPage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'insights.read');
  const [locale, parameters] = await Promise.all([getLocale(), searchParams]);
  const [t, reports, definitions, page, counting] = await Promise.all([
    getTranslations('insights'),
    getTranslations('reports'),
    metricDefinitions(locale),
    getInsightSettings(ctx),
    may(ctx.actor, 'workspace.manage') ? getCounting(ctx) : null,
  ]);
  const manages = may(ctx.actor, 'insights.manage');
  const today = page.asked.period.to;
  const report = page.reports.find(({ id }) => id === parameters['report']) ?? null;
  const given = report?.query ?? (typeof parameters['query'] === 'string' ? parameters['query'] : '');
  const narrowed = readAsked(Object.fromEntries(new URLSearchParams(given)), { today, weekStart: 1 });
  const choices = await filterChoices(ctx, locale, narrowed.filters);
  return (
    <IslandMessages
      namespaces={[
        'insights.filter',
        'insights.targets',
        'insights.marks',
        'insights.counting',
        'insights.costs',
        'reports',
        'common',
        'problem',
      ]}
    >
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-8 px-4 py-6 sm:px-8 sm:py-8">
        <div className="flex flex-col gap-5">
          <PageHeader title={t('settings.title')} description={t('settings.description')} />
          <InsightTabs workspace={workspace.slug} current={null} search="" />
        </div>
        <BoardSection id="mail" title={reports('title')} hint={reports('hint')}>
          <ReportTable workspace={workspace.slug} reports={page.reports} />
          <div id="mail-form" className="scroll-mt-4">
            <ReportSection
              workspace={workspace.slug}
              userId={user.id}
              report={report}
              board={report?.board ?? (isBoard(parameters['board']) ? parameters['board'] : 'overview')}
              asked={narrowed}
              choices={choices}
              readers={page.readers}
            />
          </div>
        </BoardSection>
        {manages && (
          <>
            <BoardSection
              id="marks"
              title={t('marks.title')}
              hint={t('marks.hint')}
              actions={
                <AnnotationDialog
                  workspace={workspace.slug}
                  mark={null}
                  today={today}
                  trigger={
                    <Button>
                      <Plus aria-hidden />
                      {t('marks.add')}
                    </Button>
                  }
                />
              }
            >
              <AnnotationTable workspace={workspace.slug} marks={page.marks} today={today} />
            </BoardSection>
            <BoardSection id="targets" title={t('targets.title')} hint={t('targets.hint')}>
              <TargetTable
                workspace={workspace.slug}
                targets={page.targets}
                metrics={new Map(definitions.map((each) => [each.metric, each]))}
              />
            </BoardSection>
          </>
        )}
        {counting && (
          <CountingSection
            workspace={workspace.slug}
            counting={counting}
            metrics={new Map(definitions.map((each) => [each.metric, each]))}
            weekdays={weekdaysIn(locale)}
          />
        )}
        {counting && <CostSection workspace={workspace.slug} setup={counting.setup} today={today} />}
      </div>
    </IslandMessages>
  );
}
