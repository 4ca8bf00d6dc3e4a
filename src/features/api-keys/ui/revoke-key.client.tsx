'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { revokeApiKeyAction } from '@/features/api-keys/actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{ workspace: string; apiKeyId: string; name: string }>;

/** Asks before it revokes, by name, since a revoked key cannot come back. */
export function RevokeKey({ workspace, apiKeyId, name }: Props) {
  const t = useTranslations('api.keys');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const revoked = await revokeApiKeyAction(workspace, { apiKeyId });
      setOpen(false);
      if (revoked.ok) toast(t('revoked', { name }));
      else toast.error(problem(revoked.error.code));
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('revokeTitle', { name })}
      closeLabel={common('close')}
      trigger={
        <Button size="sm" aria-label={t('revokeNamed', { name })}>
          {t('revoke')}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="danger" onClick={revoke} pending={pending}>
            {t('revoke')}
          </Button>
        </>
      }
    >
      <p className="text-ink-soft">{t('revokeBody')}</p>
    </Dialog>
  );
}
