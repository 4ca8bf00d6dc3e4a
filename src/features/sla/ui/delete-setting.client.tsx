'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { deleteCalendarAction, deletePolicyAction } from '@/features/sla/actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{ workspace: string; kind: 'calendar' | 'policy'; id: string; name: string }>;

/** Deletes a calendar or a policy, after asking by name. */
export function DeleteSetting({ workspace, kind, id, name }: Props) {
  const t = useTranslations(`${kind}.delete`);
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const done =
        kind === 'calendar'
          ? await deleteCalendarAction(workspace, { calendarId: id })
          : await deletePolicyAction(workspace, { policyId: id });
      setOpen(false);
      if (!done.ok) {
        toast.error(sentence(done.error.code));
        return;
      }
      toast(t('done', { name }));
      router.push(`/${workspace}/admin/${kind === 'calendar' ? 'calendars' : 'sla'}`);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('sure', { name })}
      closeLabel={common('close')}
      trigger={<Button>{t('button')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" onClick={remove} pending={pending}>
            {t('button')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('forGood')}</p>
    </Dialog>
  );
}
