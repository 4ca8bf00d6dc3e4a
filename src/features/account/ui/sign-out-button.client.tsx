'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { NOT_SENT } from '@/domain/shared/form-state';
import { signOutAction } from '@/features/account/actions';
import { Button } from '@/ui/button';

type Props = Readonly<{
  /** Where to come back to after signing in as somebody else. */
  next?: string;
  variant?: 'primary' | 'secondary' | 'ghost';
}>;

/** Signs this browser out. */
export function SignOutButton({ next = '/', variant = 'secondary' }: Props) {
  const t = useTranslations('auth');
  const [, submit, pending] = useActionState(signOutAction, NOT_SENT);
  return (
    <form action={submit}>
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant={variant} pending={pending}>
        <LogOut aria-hidden />
        {t('signOut')}
      </Button>
    </form>
  );
}
