'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { deleteRuleAction } from '../actions';

type Props = Readonly<{ workspace: string; ruleId: string; name: string }>;

/** Deletes a rule, after asking by name. */
export function DeleteRule({ workspace, ruleId, name }: Props) {
  const t = useTranslations('rules.delete');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const done = await deleteRuleAction(workspace, { ruleId });
      setOpen(false);
      if (!done.ok) {
        toast.error(sentence(done.error.code));
        return;
      }
      toast(t('done', { name }));
      router.push(`/${workspace}/admin/rules`);
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
