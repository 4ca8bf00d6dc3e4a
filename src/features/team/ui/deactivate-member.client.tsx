'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { deactivateMemberAction } from '@/features/team/actions';
import type { PersonRow } from '@/features/team/queries';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{
  workspace: string;
  person: Pick<PersonRow, 'userId' | 'name'>;
  onClose: () => void;
}>;

/** Asks by name before somebody is shut out. */
export function DeactivateMember({ workspace, person, onClose }: Props) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const { userId, name } = person;
  const deactivate = () =>
    start(async () => {
      const done = await deactivateMemberAction(workspace, { userId });
      onClose();
      if (done.ok) toast(t('done.deactivated', { name, count: done.value.ticketsReleased }));
      else toast.error(sentence(done.error.code));
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t('form.deactivateTitle', { name })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="danger" onClick={deactivate} pending={pending}>
            {t('form.deactivate')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('form.deactivateBody', { name })}</p>
    </Dialog>
  );
}
