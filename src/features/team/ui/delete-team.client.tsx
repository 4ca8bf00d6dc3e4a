'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { deleteTeamAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{ workspace: string; teamId: string; name: string }>;

/** Deletes an empty team, after asking by name. */
export function DeleteTeam({ workspace, teamId, name }: Props) {
  const t = useTranslations('people.teams');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const done = await deleteTeamAction(workspace, { teamId });
      setOpen(false);
      if (!done.ok) {
        toast.error(sentence(done.error.code));
        return;
      }
      toast(t('doneDeleted', { name }));
      router.push(`/${workspace}/admin/teams`);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('deleteSure', { name })}
      closeLabel={common('close')}
      trigger={<Button>{t('delete')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" onClick={remove} pending={pending}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('deleteBody')}</p>
    </Dialog>
  );
}
