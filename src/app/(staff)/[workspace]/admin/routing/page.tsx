import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getRoutingSettings, listQueues, listSkills } from '@/features/routing/queries';
import { CapacityForm } from '@/features/routing/ui/capacity-form.client';
import { EditSkill } from '@/features/routing/ui/edit-skill.client';
import { QueueTable } from '@/features/routing/ui/queue-table';
import { SkillTable } from '@/features/routing/ui/skill-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('queues');
  return { title: t('title') };
}

export default async function RoutingPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, queues, skills, settings] = await Promise.all([
    getTranslations('queues'),
    listQueues(ctx),
    listSkills(ctx),
    getRoutingSettings(ctx),
  ]);
  return (
    <IslandMessages namespaces={['queues', 'common', 'problem']}>
      <div className="flex flex-col gap-8">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={<ButtonLink href={`/${workspace.slug}/workload`}>{t('workload')}</ButtonLink>}
        />
        <QueueTable workspace={workspace.slug} queues={queues} />
        <div className="flex flex-col gap-3">
          <header className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <h2 className="font-semibold text-lg">{t('skill.title')}</h2>
              <p className="max-w-2xl text-ink-soft">{t('skill.body')}</p>
            </div>
            <EditSkill workspace={workspace.slug} skill={null} />
          </header>
          <SkillTable workspace={workspace.slug} skills={skills} />
        </div>
        <Panel title={t('capacity.title')} description={t('capacity.body')}>
          <CapacityForm workspace={workspace.slug} settings={settings} />
        </Panel>
      </div>
    </IslandMessages>
  );
}
