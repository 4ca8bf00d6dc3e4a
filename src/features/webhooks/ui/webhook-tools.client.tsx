'use client';

import { KeyRound, Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import {
  deleteWebhookAction,
  rotateWebhookSecretAction,
  testWebhookAction,
} from '@/features/webhooks/actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { NewSecret } from './new-secret.client';
import { useReason } from './use-reason';

type Props = Readonly<{ workspace: string; endpointId: string; name: string; active: boolean }>;

/** Sends a test and says at once what came back. */
export function TestWebhook({ workspace, endpointId, active }: Omit<Props, 'name'>) {
  const t = useTranslations('webhooks.test');
  const problem = useTranslations('problem');
  const reason = useReason();
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const tested = await testWebhookAction(workspace, { endpointId });
      if (!tested.ok) toast.error(problem(tested.error.code));
      else if (tested.value.status !== null) toast(t('sent', { status: String(tested.value.status) }));
      else toast.error(t('failed', { reason: reason(tested.value.error) }));
    });
  return (
    <Button onClick={send} pending={pending} disabled={!active}>
      <Send aria-hidden />
      {t('button')}
    </Button>
  );
}

/** Makes a new secret after asking, and shows it this one time. */
export function RotateSecret({ workspace, endpointId }: Omit<Props, 'name' | 'active'>) {
  const t = useTranslations('webhooks.secret');
  const form = useTranslations('webhooks.form');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setSecret(null);
  };
  const rotate = () =>
    start(async () => {
      const made = await rotateWebhookSecretAction(workspace, { endpointId });
      if (made.ok) setSecret(made.value.secret);
      else toast.error(problem(made.error.code));
    });
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={secret ? t('title') : t('rotateTitle')}
      description={secret ? t('once') : undefined}
      closeLabel={common('close')}
      trigger={
        <Button>
          <KeyRound aria-hidden />
          {t('rotate')}
        </Button>
      }
      footer={
        secret ? undefined : (
          <>
            <Button onClick={() => setOpen(false)}>{form('cancel')}</Button>
            <Button variant="primary" onClick={rotate} pending={pending}>
              {t('rotateConfirm')}
            </Button>
          </>
        )
      }
    >
      {secret ? (
        <NewSecret value={secret} onDone={() => setOpen(false)} />
      ) : (
        <p className="text-ink-soft">{t('rotateBody')}</p>
      )}
    </Dialog>
  );
}

/** Deletes a webhook with its log, after asking by name. */
export function DeleteWebhook({ workspace, endpointId, name }: Omit<Props, 'active'>) {
  const t = useTranslations('webhooks.form');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const done = await deleteWebhookAction(workspace, { endpointId });
      setOpen(false);
      if (!done.ok) {
        toast.error(problem(done.error.code));
        return;
      }
      toast(t('deleted', { name }));
      router.push(`/${workspace}/admin/webhooks`);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('deleteTitle', { name })}
      closeLabel={common('close')}
      trigger={<Button>{t('delete')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <Button variant="danger" onClick={remove} pending={pending}>
            {t('deleteConfirm')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('deleteBody')}</p>
    </Dialog>
  );
}
