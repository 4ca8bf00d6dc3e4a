import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { instantOf, localTimeOf } from '@/domain/shared/local-time';
import { Live } from '@/features/live/live.client';
import { type AgendaFilter, listAgenda } from '@/features/phone/queries';
import { getHandOvers, getOwnTelephone, getPhoneDay } from '@/features/phone/queries-desk';
import { Agenda } from '@/features/phone/ui/agenda';
import { CallLogButton } from '@/features/phone/ui/call-log-button.client';
import { clockText } from '@/features/phone/ui/clock-text';
import { MyTelephone } from '@/features/phone/ui/my-telephone.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
}>;

const FILTERS = ['open', 'mine', 'unclaimed', 'closed'] as const satisfies readonly AgendaFilter[];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('phone.agenda');
  return { title: t('title') };
}

export default async function CallbacksPage({ params, searchParams }: Props) {
  const page = await staffPage((await params).workspace, 'ticket.reply');
  const { ctx, workspace, user } = page;
  const { show } = await searchParams;
  const filter = FILTERS.find((each) => each === show) ?? 'open';
  const now = ctx.now();
  const [t, callbacks, mine] = await Promise.all([
    getTranslations('phone.agenda'),
    listAgenda(ctx, filter),
    getOwnTelephone(ctx),
  ]);
  const ticketIds = [...new Set(callbacks.map(({ ticket }) => ticket.id))].slice(0, MOST_CARDS);
  const cards = await getHandOvers(ctx, ticketIds);
  return (
    <IslandMessages namespaces={['phone', 'problem', 'common']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <MyTelephone workspace={workspace.slug} {...mine} />
              <CallLogButton look="plain" />
            </>
          }
        />
        <Day page={page} now={now} />
        <TabLinks
          label={t('filters')}
          tabs={FILTERS.map((each) => ({
            href: `/${workspace.slug}/callbacks?show=${each}`,
            label: t(`filter.${each}`),
            current: each === filter,
          }))}
        />
        <Agenda
          workspace={workspace.slug}
          userId={user.id}
          timeZone={user.timeZone}
          now={now}
          callbacks={callbacks}
          cards={cards}
          closed={filter === 'closed'}
        />
      </div>
      <Live workspace={workspace.slug} topics={['calls']} since={now.getTime()} pauseMilliseconds={500} />
    </IslandMessages>
  );
}

/** As many as are dialled in an hour; the others are read on their tickets. */
const MOST_CARDS = 25;

async function Day({ page, now }: Readonly<{ page: StaffPage; now: Date }>) {
  const { ctx, user } = page;
  const midnight = instantOf(`${localTimeOf(now, user.timeZone).slice(0, 10)}T00:00`, user.timeZone) ?? now;
  const [t, day] = await Promise.all([getTranslations('phone.day'), getPhoneDay(ctx, midnight)]);
  const figures = [
    [t('handled'), String(day.handled)],
    [t('missed'), String(day.missed)],
    [t('average'), day.averageHandleSeconds === null ? '–' : clockText(day.averageHandleSeconds)],
  ] as const;
  return (
    <dl aria-label={t('label')} className="grid grid-cols-3 gap-3">
      {figures.map(([name, value]) => (
        <div key={name} className="rounded-lg border border-line bg-raised px-4 py-3">
          <dt className="text-ink-soft text-sm">{name}</dt>
          <dd className="font-semibold text-ink text-xl tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
