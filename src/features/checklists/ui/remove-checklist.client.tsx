'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { removeChecklistAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { useChange } from './use-change';

type Props = Readonly<{ workspace: string; list: ShownChecklist }>;

/** Takes a checklist off its ticket; one that holds something is asked about by name first, since it does not come back. */
export function RemoveChecklist({ workspace, list: { id: checklistId, title, items } }: Props) {
  const t = useTranslations('ticket.checklist');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const { pending, change } = useChange();
  const remove = () =>
    change(
      () => removeChecklistAction(workspace, { checklistId }),
      () => setOpen(false),
    );
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute -top-1 right-0"
        aria-label={t('remove', { title })}
        title={t('remove', { title })}
        pending={pending}
        onClick={() => (items.length > 0 ? setOpen(true) : remove())}
      >
        <Trash2 aria-hidden />
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t('sure', { title })}
        closeLabel={common('close')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button variant="danger" onClick={remove} pending={pending}>
              {t('removeNow')}
            </Button>
          </>
        }
      >
        <p className="text-ink-soft">{t('sureBody', { count: items.length })}</p>
      </Dialog>
    </>
  );
}
