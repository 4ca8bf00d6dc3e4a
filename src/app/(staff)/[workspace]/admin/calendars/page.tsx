import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listCalendars } from '@/features/sla/queries';
import { CalendarTable } from '@/features/sla/ui/calendar-table';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar');
  return { title: t('title') };
}

export default async function CalendarsPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const [t, calendars] = await Promise.all([getTranslations('calendar'), listCalendars(ctx)]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <ButtonLink href={`/${workspace.slug}/admin/calendars/new`} variant="primary">
            <Plus aria-hidden />
            {t('new')}
          </ButtonLink>
        }
      />
      <CalendarTable workspace={workspace.slug} calendars={calendars} />
    </div>
  );
}
