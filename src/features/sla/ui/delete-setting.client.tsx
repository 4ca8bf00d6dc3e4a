'use client';

import { useTranslations } from 'next-intl';
import { deleteCalendarAction, deletePolicyAction } from '@/features/sla/actions';
import { DeleteDialog } from '@/ui/delete-dialog.client';

type Props = Readonly<{ workspace: string; kind: 'calendar' | 'policy'; id: string; name: string }>;

/** Deletes a calendar or a policy, after asking by name. */
export function DeleteSetting({ workspace, kind, id, name }: Props) {
  const t = useTranslations(`${kind}.delete`);
  const isCalendar = kind === 'calendar';
  return (
    <DeleteDialog
      words={{
        button: t('button'),
        sure: t('sure', { name }),
        body: t('forGood'),
        done: t('done', { name }),
      }}
      remove={() =>
        isCalendar
          ? deleteCalendarAction(workspace, { calendarId: id })
          : deletePolicyAction(workspace, { policyId: id })
      }
      leadTo={`/${workspace}/admin/${isCalendar ? 'calendars' : 'sla'}`}
    />
  );
}
