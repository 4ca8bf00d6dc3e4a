import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { daysFrom } from '@/domain/metrics/period';
import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import { hasChat, listChats } from '@/features/chat/queries';
import { askedOf } from '@/features/insights/queries';
import { getOwnDay, getOwnMix, getOwnNumbers } from '@/features/insights/queries-own';
import { MixTable } from '@/features/insights/ui/mix-table';
import { DayFigures, DueTickets } from '@/features/insights/ui/own-day';
import { OwnNumbers } from '@/features/insights/ui/own-numbers';
import { Live } from '@/features/live/live.client';
import { metricDefinitions } from '@/features/metrics/queries';
import { listAgenda } from '@/features/phone/queries';
import { getOwnLoad } from '@/features/routing/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { datesIn } from '@/ui/use-dates';
import { OwnFeedback, OwnLoad, OwnTalks, SpanLinks } from './parts';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{ params: Promise<{ workspace: string }>; searchParams: Promise<Parameters> }>;

/** What waits changes all the time; the page may be a few seconds old. */
const PAUSE_MILLISECONDS = 5_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('today');
  return { title: t('title') };
}

export default async function TodayPage({ params, searchParams }: Props) {
  const page = await staffPage((await params).workspace, 'insights.own');
  const { ctx, workspace, user } = page;
  const now = ctx.now();
  const locale = await getLocale();
  const asked = await askedOf(ctx, await searchParams);
  const [t, day, callbacks, chats, load, numbers, mix, definitions] = await Promise.all([
    getTranslations('today'),
    getOwnDay(ctx, endOfDay(page)),
    listAgenda(ctx, 'mine'),
    hasChat(ctx).then((has) => (has ? listChats(ctx) : null)),
    getOwnLoad(ctx),
    getOwnNumbers(ctx, asked),
    getOwnMix(ctx, asked),
    metricDefinitions(locale),
  ]);
  const date = datesIn(locale, user.timeZone).dateTime(now, { dateStyle: 'full' });
  return (
    <IslandMessages namespaces={['sla']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader title={t('title')} description={date} />
        <DayFigures
          label={t('title')}
          figures={[
            { name: t('figure.open'), value: day.open },
            { name: t('figure.dueToday'), value: day.dueToday },
            { name: t('figure.late'), value: day.late, alarming: true },
            { name: t('figure.callbacks'), value: callbacks.length },
            ...(chats ? [{ name: t('figure.chats'), value: chats.mine.length }] : []),
          ]}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <DueTickets workspace={workspace.slug} due={day.due} open={day.open} />
          <div className="flex flex-col gap-4">
            {load && <OwnLoad load={load} />}
            <OwnTalks workspace={workspace.slug} callbacks={callbacks} chats={chats?.mine ?? []} />
          </div>
        </div>
        <section aria-labelledby="numbers" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="numbers" className="font-semibold text-lg">
              {t('numbers')}
            </h2>
            <SpanLinks asked={asked} />
          </div>
          <OwnNumbers
            workspace={workspace.slug}
            userId={user.id}
            asked={asked}
            numbers={numbers}
            metrics={new Map(definitions.map((each) => [each.metric, each]))}
          />
          <p className="max-w-3xl text-ink-faint text-sm">{t('numbersHint')}</p>
          <h3 className="pt-2 font-semibold">{t('mix')}</h3>
          <MixTable rows={mix} own />
        </section>
        <OwnFeedback page={page} />
      </div>
      <Live
        workspace={workspace.slug}
        topics={['tickets', 'calls']}
        since={now.getTime()}
        pauseMilliseconds={PAUSE_MILLISECONDS}
      />
    </IslandMessages>
  );
}

/** When the reader's day is over, in their own time zone. */
function endOfDay({ ctx, user }: StaffPage): Date {
  const tomorrow = daysFrom(localTimeOf(ctx.now(), user.timeZone).slice(0, 10), 1);
  return instantOf(`${tomorrow}T00:00`, user.timeZone) ?? ctx.now();
}
