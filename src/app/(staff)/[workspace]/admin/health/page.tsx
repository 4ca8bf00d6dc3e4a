import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getHealthPage } from '@/features/health/queries';
import { CheckList } from '@/features/health/ui/check-list';
import { DeadLetterTable } from '@/features/health/ui/dead-letter-table';
import { FailedTable } from '@/features/health/ui/failed-table';
import { MailboxTable } from '@/features/health/ui/mailbox-table';
import { QueueTable } from '@/features/health/ui/queue-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('health');
  return { title: t('title') };
}

export default async function HealthPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, health] = await Promise.all([getTranslations('health'), getHealthPage(ctx)]);
  const { slug } = workspace;
  return (
    <IslandMessages namespaces={['health', 'problem']}>
      <div className="flex flex-col gap-8">
        <PageHeader
          title={t('title')}
          description={t.rich('description', {
            link: (words) => (
              <a href="/api/health" className="text-accent-ink hover:underline">
                {words}
              </a>
            ),
          })}
        />
        <CheckList ready={health.ready} checks={health.checks} facts={health.facts} />
        {health.held > 0 && (
          <Notice tone="warning" title={t('held', { count: health.held })}>
            <ButtonLink href={`/${slug}/admin/held`} variant="link">
              {t('heldOpen')}
            </ButtonLink>
          </Notice>
        )}
        <Part title={t('mailboxes.title')}>
          <MailboxTable mailboxes={health.mailboxes} />
        </Part>
        <Part title={t('failed.title')}>
          <FailedTable workspace={slug} failed={health.failed} />
        </Part>
        <Part title={t('queues.title')}>
          <QueueTable queues={health.queues} />
        </Part>
        <Part title={t('dead.title')}>
          <DeadLetterTable workspace={slug} dead={health.dead} />
        </Part>
      </div>
    </IslandMessages>
  );
}

function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-ink text-lg">{title}</h2>
      {children}
    </section>
  );
}
