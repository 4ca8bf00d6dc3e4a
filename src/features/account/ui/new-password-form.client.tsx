'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { resetPasswordAction } from '@/features/account/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { PasswordInput } from '@/ui/password-input.client';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';

/** A new password for the account of a reset link. */
export function NewPasswordForm({ token, email }: Readonly<{ token: string; email: string }>) {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  const [{ problem }, submit, pending] = useActionState(resetPasswordAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  const passwordError = () => {
    if (isWrong(problem, 'password')) return t('field.newPassword');
    return problem?.code.startsWith('password.') ? sentence(problem.code) : undefined;
  };
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password it is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {(problem?.code === 'token.invalid' || problem?.code === 'rate.limited') && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Field label={t('newPassword.password')} hint={t('password.hint')} error={passwordError()}>
        <PasswordInput
          name="password"
          autoComplete="new-password"
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {t('newPassword.submit')}
      </Button>
    </form>
  );
}
