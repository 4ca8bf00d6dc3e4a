import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { Live } from '@/features/live/live.client';
import { getWorkload } from '@/features/routing/queries';
import { LeaveList } from '@/features/routing/ui/leave-list';
import { PeopleLoads } from '@/features/routing/ui/people-loads';
import { QueueCard } from '@/features/routing/ui/queue-card';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Many tickets change at once in a busy hour; the picture may be two seconds old. */
const PAUSE_MILLISECONDS = 2_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workload');
  return { title: t('title') };
}

export default async function WorkloadPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workload.read');
  const now = ctx.now();
  const [t, { people, queues, withoutTeam, leaves }] = await Promise.all([
    getTranslations('workload'),
    getWorkload(ctx),
  ]);
  const teams = new Map(queues.map(({ teamId, team }) => [teamId, team]));
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-8 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          may(ctx.actor, 'workspace.manage') && (
            <ButtonLink href={`/${workspace.slug}/admin/routing`}>{t('setUp')}</ButtonLink>
          )
        }
      />
      <section aria-labelledby="queues">
        <h2 id="queues" className="mb-3 font-semibold text-lg">
          {t('queues')}
        </h2>
        {withoutTeam > 0 && (
          <Notice tone="warning" className="mb-3">
            {t('withoutTeam', { count: withoutTeam })}
          </Notice>
        )}
        {queues.length === 0 && <p className="text-ink-faint">{t('noTeams')}</p>}
        <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {queues.map((queue) => (
            <QueueCard key={queue.teamId} workspace={workspace.slug} queue={queue} now={now} />
          ))}
        </div>
      </section>
      <section aria-labelledby="people">
        <h2 id="people" className="mb-3 font-semibold text-lg">
          {t('people')}
        </h2>
        <PeopleLoads people={people} teams={teams} now={now} />
      </section>
      <section aria-labelledby="leaves">
        <h2 id="leaves" className="mb-3 font-semibold text-lg">
          {t('leaves')}
        </h2>
        <LeaveList leaves={leaves} />
      </section>
      <Live
        workspace={workspace.slug}
        topics={['tickets', 'routing']}
        since={now.getTime()}
        pauseMilliseconds={PAUSE_MILLISECONDS}
      />
    </div>
  );
}
