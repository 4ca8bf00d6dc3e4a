import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { listProfiles, listSkills } from '@/features/routing/queries';
import { WorkProfile } from '@/features/routing/ui/work-profile.client';
import { listInvitations, listPeople, listTeamNames, PEOPLE_SHOWN } from '@/features/team/queries';
import { InvitationTable } from '@/features/team/ui/invitation-table';
import { InviteMember } from '@/features/team/ui/invite-member.client';
import { PeopleSearch } from '@/features/team/ui/people-search';
import { PeopleTable } from '@/features/team/ui/people-table';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Query = Readonly<{ show?: string; q?: string }>;
type Props = Readonly<{ params: Promise<{ workspace: string }>; searchParams: Promise<Query> }>;

const SHOWS = ['active', 'invited', 'deactivated'] as const;
type Show = (typeof SHOWS)[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const page = await staffPage((await params).workspace, 'admin.read');
  const { ctx, workspace, membership } = page;
  const query = await searchParams;
  const show = SHOWS.find((each) => each === query.show) ?? 'active';
  const [t, teams] = await Promise.all([getTranslations('people'), listTeamNames(ctx)]);
  const here = `/${workspace.slug}/admin/people`;
  return (
    <IslandMessages namespaces={['people', 'queues', 'common', 'problem']}>
      <div className="flex flex-col gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            may(ctx.actor, 'people.manage') && (
              <InviteMember workspace={workspace.slug} ownRole={membership.role} teams={teams} />
            )
          }
        />
        <TabLinks
          label={t('show')}
          tabs={SHOWS.map((each) => ({
            href: each === 'active' ? here : `${here}?show=${each}`,
            label: t(`filter.${each}`),
            current: each === show,
          }))}
        />
        {show !== 'invited' && <PeopleSearch show={show} search={query.q ?? ''} />}
        <List page={page} show={show} search={(query.q ?? '').trim().slice(0, 100)} />
      </div>
    </IslandMessages>
  );
}

async function List({ page, show, search }: Readonly<{ page: StaffPage; show: Show; search: string }>) {
  const { ctx, workspace, user, membership } = page;
  const manages = may(ctx.actor, 'people.manage');
  if (show === 'invited') {
    const invitations = await listInvitations(ctx);
    return <InvitationTable workspace={workspace.slug} invitations={invitations} manages={manages} />;
  }
  const [t, teams, { rows, more }] = await Promise.all([
    getTranslations('people'),
    listTeamNames(ctx),
    listPeople(ctx, { active: show === 'active', search }),
  ]);
  const [profiles, skills] = await Promise.all([
    listProfiles(
      ctx,
      rows.map(({ userId }) => userId),
    ),
    listSkills(ctx),
  ]);
  const profileOf = new Map(profiles.map((profile) => [profile.userId, profile]));
  const work = ({ userId, name, active, role }: (typeof rows)[number]) => {
    const profile = active && role !== 'light_agent' && profileOf.get(userId);
    return (
      profile && <WorkProfile workspace={workspace.slug} name={name} profile={profile} skills={skills} />
    );
  };
  const self = { id: user.id, role: membership.role, manages };
  return (
    <>
      <PeopleTable workspace={workspace.slug} people={rows} teams={teams} self={self} work={work} />
      {more && <p className="text-ink-soft">{t('more', { count: PEOPLE_SHOWN })}</p>}
    </>
  );
}
