'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { NOT_SENT } from '@/domain/shared/form-state';
import { signOutCustomerAction, signOutEverywhereAction } from '@/features/portal/actions';
import { Button } from '@/ui/button';
import { PlaceFields } from './place-fields';

type Place = Readonly<{ workspace: string; locale: string }>;

/** Ends the session of this browser. */
export function SignOut({ place }: Readonly<{ place: Place }>) {
  const t = useTranslations('portal.signOut');
  const [, submit, pending] = useActionState(signOutCustomerAction, NOT_SENT);
  return (
    <form action={submit}>
      <PlaceFields place={place} />
      <Button type="submit" variant="link" className="font-normal" pending={pending}>
        {t('here')}
      </Button>
    </form>
  );
}

/** Ends the sessions of all browsers. */
export function SignOutEverywhere({ place }: Readonly<{ place: Place }>) {
  const t = useTranslations('portal.signOut');
  const [, submit, pending] = useActionState(signOutEverywhereAction, NOT_SENT);
  return (
    <form action={submit} className="flex flex-col items-start gap-2">
      <PlaceFields place={place} />
      <p className="text-base text-ink-soft">{t('everywhereHint')}</p>
      <Button type="submit" pending={pending}>
        {t('everywhere')}
      </Button>
    </form>
  );
}
