import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getCalendar } from '@/features/sla/queries';
import { CalendarEditor } from '@/features/sla/ui/calendar-editor.client';
import { DeleteSetting } from '@/features/sla/ui/delete-setting.client';
import { IslandMessages } from '@/i18n/island-messages';
import { timeZones } from '@/i18n/time-zones';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; calendarId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar');
  return { title: t('title') };
}

export default async function CalendarRoute({ params }: Props) {
  const { workspace: slug, calendarId } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const id = z.uuid().safeParse(calendarId);
  const calendar = id.success ? await getCalendar(ctx, id.data) : null;
  if (!calendar) notFound();
  const t = await getTranslations('calendar');
  return (
    <IslandMessages namespaces={['calendar', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${slug}/admin/calendars`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={calendar.name} />
        </div>
        <CalendarEditor
          key={calendar.version}
          workspace={slug}
          calendar={calendar}
          zones={zonesWith(calendar.timeZone)}
          timeZone={calendar.timeZone}
          now={ctx.now().toISOString()}
        />
        {!calendar.standard && (
          <Panel title={t('delete.title')} description={t('delete.body')}>
            <DeleteSetting workspace={slug} kind="calendar" id={calendar.id} name={calendar.name} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}

/** An older name of a zone, as programs may have set it, stays choosable. */
const zonesWith = (zone: string) => [...new Set([...timeZones(), zone])];
