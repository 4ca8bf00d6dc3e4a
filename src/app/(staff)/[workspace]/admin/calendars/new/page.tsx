import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarEditor } from '@/features/sla/ui/calendar-editor.client';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar');
  return { title: t('new') };
}

export default async function NewCalendarPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const t = await getTranslations('calendar');
  return (
    <IslandMessages namespaces={['calendar', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${workspace.slug}/admin/calendars`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={t('new')} />
        </div>
        <CalendarEditor
          workspace={workspace.slug}
          calendar={null}
          zones={timeZones()}
          timeZone={workspace.timeZone}
          now={ctx.now().toISOString()}
        />
      </div>
    </IslandMessages>
  );
}
