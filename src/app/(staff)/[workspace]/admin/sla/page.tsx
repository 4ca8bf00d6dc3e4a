import { CalendarClock, Plus, Timer } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listCalendars, listPolicies } from '@/features/sla/queries';
import { PolicyList } from '@/features/sla/ui/policy-list.client';
import { PolicySentence } from '@/features/sla/ui/policy-sentence';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy');
  return { title: t('title') };
}

export default async function SlaPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, { policies, names }, calendars] = await Promise.all([
    getTranslations('policy'),
    listPolicies(ctx),
    listCalendars(ctx),
  ]);
  const root = `/${workspace.slug}/admin`;
  const ready = calendars.length > 0;
  const items = policies.map((policy) => ({
    id: policy.id,
    name: policy.name,
    active: policy.active,
    sentence: <PolicySentence policy={policy} names={names} />,
  }));
  return (
    <IslandMessages namespaces={['policy', 'condition', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            ready && (
              <ButtonLink href={`${root}/sla/new`} variant="primary">
                <Plus aria-hidden />
                {t('new')}
              </ButtonLink>
            )
          }
        />
        {items.length > 0 && <PolicyList workspace={workspace.slug} policies={items} />}
        {items.length === 0 && ready && (
          <EmptyState icon={Timer} title={t('emptyTitle')}>
            {t('emptyBody')}
          </EmptyState>
        )}
        {items.length === 0 && !ready && (
          <EmptyState
            icon={CalendarClock}
            title={t('emptyTitle')}
            actions={
              <ButtonLink href={`${root}/calendars/new`} variant="primary">
                {t('toCalendars')}
              </ButtonLink>
            }
          >
            {t('needsCalendar')}
          </EmptyState>
        )}
      </div>
    </IslandMessages>
  );
}
