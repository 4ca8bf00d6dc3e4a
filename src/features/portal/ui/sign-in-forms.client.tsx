'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { askSignInAction, signInByCodeAction, signInByLinkAction } from '@/features/portal/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';
import { PlaceFields } from './place-fields';

type Place = Readonly<{ workspace: string; locale: string }>;

/** Asks for the address to which code and link are mailed. Works without any script. */
export function AskSignIn({ place, next }: Readonly<{ place: Place; next: string }>) {
  const t = useTranslations('portal.signIn');
  const [{ values, problem }, submit, pending] = useActionState(askSignInAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <input type="hidden" name="next" value={next} />
      <Refused code={problem?.code} />
      <Field label={t('email')} error={isWrong(problem, 'email') ? t('emailWrong') : undefined}>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values['email'] ?? ''}
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}

/** Takes the mailed code. */
export function SignInByCode({ place, signInId }: Readonly<{ place: Place; signInId: string }>) {
  const t = useTranslations('portal.signIn');
  const sentence = useTranslations('problem');
  const [{ values, problem }, submit, pending] = useActionState(signInByCodeAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  const wrong = isWrong(problem, 'code') || problem?.code === 'portal.code_wrong';
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <input type="hidden" name="signInId" value={signInId} />
      {!wrong && <Refused code={problem?.code} />}
      <Field label={t('code')} error={wrong ? sentence('portal.code_wrong') : undefined}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          defaultValue={values['code'] ?? ''}
          className="max-w-40 tracking-widest"
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('codeSubmit')}
      </Button>
    </form>
  );
}

/** The button behind the mailed link: only who presses it uses the link up. */
export function SignInByLink({
  place,
  token,
  children,
}: Readonly<{ place: Place; token: string; children: ReactNode }>) {
  const t = useTranslations('portal.signIn');
  const [{ problem }, submit, pending] = useActionState(signInByLinkAction, NOT_SENT);
  if (problem?.code === 'token.invalid') {
    return (
      <Notice tone="warning" live title={t('goneTitle')}>
        {children}
      </Notice>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-4">
      <PlaceFields place={place} />
      <input type="hidden" name="token" value={token} />
      <Refused code={problem?.code} />
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('linkSubmit')}
      </Button>
    </form>
  );
}

function Refused({ code }: Readonly<{ code: string | undefined }>) {
  const sentence = useTranslations('problem');
  if (code !== 'rate.limited' && code !== 'not_found' && code !== 'token.invalid') return null;
  return (
    <Notice tone="danger" live>
      {sentence(code)}
    </Notice>
  );
}
