'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { revokeOtherSessionsAction, revokeSessionAction } from '@/features/account/actions';
import { Button } from '@/ui/button';

/** Signs another browser out. */
export function SignOutOne({ sessionId, device }: Readonly<{ sessionId: string; device: string }>) {
  const t = useTranslations('account.sessions');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const done = await revokeSessionAction({ sessionId });
      toast(done.ok ? t('doneOne') : sentence(done.error.code));
    });
  return (
    <Button size="sm" onClick={revoke} pending={pending} aria-label={t('signOutOf', { device })}>
      {t('signOut')}
    </Button>
  );
}

/** Signs out all browsers but this one. */
export function SignOutOthers() {
  const t = useTranslations('account.sessions');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const done = await revokeOtherSessionsAction({});
      toast(done.ok ? t('doneOthers', { count: done.value.revoked }) : sentence(done.error.code));
    });
  return (
    <Button onClick={revoke} pending={pending} className="self-start">
      {t('signOutOthers')}
    </Button>
  );
}
