import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getTeam } from '@/features/team/queries';
import { DeleteTeam } from '@/features/team/ui/delete-team.client';
import { TeamMembersForm } from '@/features/team/ui/team-members.client';
import { TeamNameForm } from '@/features/team/ui/team-name.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; teamId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.teams');
  return { title: t('title') };
}

export default async function TeamRoute({ params }: Props) {
  const { workspace: slug, teamId } = await params;
  const { ctx } = await staffPage(slug, 'people.manage');
  const id = z.uuid().safeParse(teamId);
  const team = id.success ? await getTeam(ctx, id.data) : null;
  if (!team) notFound();
  const t = await getTranslations('people.teams');
  return (
    <IslandMessages namespaces={['people', 'common', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${slug}/admin/teams`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={team.name} />
        </div>
        <Panel title={t('rename')}>
          <TeamNameForm workspace={slug} teamId={team.id} name={team.name} />
        </Panel>
        <Panel title={t('membersTitle')} description={t('membersBody')}>
          <TeamMembersForm workspace={slug} teamId={team.id} people={team.people} />
        </Panel>
        <Panel title={t('deleteTitle')} description={t('deleteBody')}>
          <DeleteTeam workspace={slug} teamId={team.id} name={team.name} />
        </Panel>
      </div>
    </IslandMessages>
  );
}
