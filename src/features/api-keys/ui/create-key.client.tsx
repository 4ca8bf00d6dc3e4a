'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { KeyForm } from './key-form.client';
import { NewKey } from './new-key.client';

/** The button that opens the form for a new key; once it is made, the same window shows the key, this one time. */
export function CreateKey({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('api.keys');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Readonly<{ name: string; key: string }> | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setMade(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? t('created', { name: made.name }) : t('new')}
      description={made ? t('once') : t('newDescription')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('new')}
        </Button>
      }
    >
      {made ? (
        <NewKey value={made.key} onDone={() => change(false)} />
      ) : (
        <KeyForm workspace={workspace} onMade={setMade} />
      )}
    </Dialog>
  );
}
