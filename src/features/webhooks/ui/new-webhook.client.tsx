'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { NewSecret } from './new-secret.client';
import { WebhookForm } from './webhook-form.client';

type Made = Readonly<{ endpointId: string; secret: string | null }>;

/** The button that opens the form; once the webhook is made, the same window shows its secret, this one time. */
export function NewWebhook({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setMade(null);
  };
  const goOn = () => {
    change(false);
    if (made) router.push(`/${workspace}/admin/webhooks/${made.endpointId}`);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? t('secret.title') : t('new')}
      description={made ? t('secret.once') : t('description')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('new')}
        </Button>
      }
    >
      {made ? (
        <NewSecret value={made.secret ?? ''} onDone={goOn} />
      ) : (
        <WebhookForm workspace={workspace} onSaved={setMade} />
      )}
    </Dialog>
  );
}
