'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import {
  askAddressAction,
  dropAddressAction,
  preferAddressAction,
  proveAddressAction,
} from '@/features/portal/actions';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { OwnProfile } from '../profile-query';
import { PlaceFields } from './place-fields';
import { ProfileRefused } from './profile-refused';

type Place = Readonly<{ workspace: string; locale: string }>;
type Address = OwnProfile['addresses'][number];
type Props = Readonly<{ place: Place; addresses: readonly Address[] }>;

/** Their mail addresses, which of them we write to, and a new one. Works without any script. */
export function AddressForms({ place, addresses }: Props) {
  const t = useTranslations('portal.profile.address');
  const prefer = useActionState(preferAddressAction, NOT_SENT);
  const drop = useActionState(dropAddressAction, NOT_SENT);
  return (
    <div className="flex flex-col gap-5">
      <ProfileRefused code={prefer[0].problem?.code ?? drop[0].problem?.code} />
      <ul aria-label={t('title')} className="divide-y divide-line rounded-md border border-line">
        {addresses.map((address) => (
          <li key={address.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <span className="min-w-0 flex-1 basis-56 break-all">{address.value}</span>
            {address.primary && <Badge tone="accent">{t('primary')}</Badge>}
            {address.bounced && <Badge tone="warning">{t('bounced')}</Badge>}
            {!address.primary && (
              <form action={prefer[1]}>
                <PlaceFields place={place} />
                <input type="hidden" name="identityId" value={address.id} />
                <Button
                  type="submit"
                  variant="link"
                  aria-label={t('preferNamed', { address: address.value })}
                >
                  {t('prefer')}
                </Button>
              </form>
            )}
            {addresses.length > 1 && (
              <form action={drop[1]}>
                <PlaceFields place={place} />
                <input type="hidden" name="identityId" value={address.id} />
                <Button type="submit" variant="link" aria-label={t('dropNamed', { address: address.value })}>
                  {t('drop')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <NewAddress place={place} />
    </div>
  );
}

function NewAddress({ place }: Readonly<{ place: Place }>) {
  const t = useTranslations('portal.profile.address');
  const signIn = useTranslations('portal.signIn');
  const [{ values, problem }, submit, pending] = useActionState(askAddressAction, NOT_SENT);
  return (
    <form action={submit} className="flex flex-col gap-3" noValidate>
      <PlaceFields place={place} />
      <ProfileRefused code={problem?.code} />
      <Field
        label={t('add')}
        hint={t('addHint')}
        error={isWrong(problem, 'email') ? signIn('emailWrong') : undefined}
      >
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={values['email'] ?? ''}
        />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('send')}
      </Button>
    </form>
  );
}

/** Takes the code that was mailed to the new address. */
export function ProveAddress({ place, signInId }: Readonly<{ place: Place; signInId: string }>) {
  const t = useTranslations('portal.profile.address');
  const signIn = useTranslations('portal.signIn');
  const sentence = useTranslations('problem');
  const [{ values, problem }, submit, pending] = useActionState(proveAddressAction, NOT_SENT);
  const wrong = isWrong(problem, 'code') || problem?.code === 'portal.code_wrong';
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <input type="hidden" name="signInId" value={signInId} />
      <ProfileRefused code={problem?.code} />
      <Field label={signIn('code')} error={wrong ? sentence('portal.code_wrong') : undefined}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          defaultValue={values['code'] ?? ''}
          className="max-w-40 tracking-widest"
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('prove')}
      </Button>
    </form>
  );
}
