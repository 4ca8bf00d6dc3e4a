'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { deleteTemplateAction } from '../actions';

type Props = Readonly<{ workspace: string; templateId: string; name: string }>;

/** Takes a template away, after asking by name: rules and macros that use it put no checklist on tickets from then on. */
export function DeleteTemplate({ workspace, templateId, name }: Props) {
  const t = useTranslations('checklist');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await deleteTemplateAction(workspace, { templateId });
      setOpen(false);
      if (done.ok) toast(t('deleted', { name }));
      else toast.error(problems(done.error.code));
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('sure', { name })}
      closeLabel={common('close')}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('delete', { name })}>
          <Trash2 aria-hidden />
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" onClick={run} pending={pending}>
            {t('deleteNow')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('sureBody')}</p>
    </Dialog>
  );
}
