import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { listTeams } from '@/features/team/queries';
import { NewTeam } from '@/features/team/ui/new-team.client';
import { TeamTable } from '@/features/team/ui/team-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.teams');
  return { title: t('title') };
}

export default async function TeamsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'admin.read');
  const [t, teams] = await Promise.all([getTranslations('people.teams'), listTeams(ctx)]);
  const manages = may(ctx.actor, 'people.manage');
  return (
    <IslandMessages namespaces={['people', 'common', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={manages && <NewTeam workspace={workspace.slug} />}
        />
        <TeamTable workspace={workspace.slug} teams={teams} manages={manages} />
      </div>
    </IslandMessages>
  );
}
