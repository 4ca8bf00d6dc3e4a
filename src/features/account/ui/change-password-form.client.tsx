'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { changePasswordAction } from '@/features/account/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { PasswordInput } from '@/ui/password-input.client';
import { useSubmit } from '@/ui/use-submit.client';

/** Changes one's own password; the present one is asked for. */
export function ChangePasswordForm({ email }: Readonly<{ email: string }>) {
  const t = useTranslations('account.password');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) =>
      changePasswordAction({ current: String(form.get('current')), password: String(form.get('password')) }),
    onDone: (_, form) => {
      form.reset();
      toast(t('done'));
    },
  });
  const code = problem?.code;
  const currentError = code === 'password.wrong' ? sentence(code) : undefined;
  const tooOften = code === 'sign_in.too_often';
  const newError =
    code && code !== 'input.invalid' && !currentError && !tooOften ? sentence(code) : undefined;
  const labels = { showLabel: t('show'), hideLabel: t('hide') };
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {tooOften && (
        <Notice tone="danger" live>
          {sentence('sign_in.too_often')}
        </Notice>
      )}
      <Field label={t('current')} error={wrong('current') ? t('required') : currentError}>
        <PasswordInput name="current" autoComplete="current-password" {...labels} />
      </Field>
      <Field label={t('new')} hint={t('hint')} error={wrong('password') ? t('required') : newError}>
        <PasswordInput name="password" autoComplete="new-password" {...labels} />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
