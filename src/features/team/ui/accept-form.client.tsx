'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { acceptInvitationAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { PasswordInput } from '@/ui/password-input.client';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';

/** Name and password of somebody who was invited and is new here. */
export function AcceptForm({ token, email }: Readonly<{ token: string; email: string }>) {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  const [{ values, problem }, submit, pending] = useActionState(acceptInvitationAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  const passwordError = () => {
    if (isWrong(problem, 'password')) return t('field.newPassword');
    return problem?.code.startsWith('password.') ? sentence(problem.code) : undefined;
  };
  const other = problem && problem.code !== 'input.invalid' && !problem.code.startsWith('password.');
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password it is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      {other && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Field
        label={t('invitation.name')}
        hint={t('invitation.nameHint')}
        error={isWrong(problem, 'name') ? t('field.name') : undefined}
      >
        <Input name="name" autoComplete="name" defaultValue={values['name'] ?? ''} required />
      </Field>
      <Field label={t('invitation.password')} hint={t('password.hint')} error={passwordError()}>
        <PasswordInput
          name="password"
          autoComplete="new-password"
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
        {t('invitation.submit')}
      </Button>
    </form>
  );
}
