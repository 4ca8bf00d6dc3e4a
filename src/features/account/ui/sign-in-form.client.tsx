'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { signInAction } from '@/features/account/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { PasswordInput } from '@/ui/password-input.client';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';

/** E-mail address and password. Works before any script has loaded. */
export function SignInForm({ next, email = '' }: Readonly<{ next: string; email?: string }>) {
  const t = useTranslations('auth');
  const [{ values, problem }, submit, pending] = useActionState(signInAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="next" value={next} />
      {problem && problem.code !== 'input.invalid' && (
        <Notice tone="danger" live>
          <Refused problem={problem} />
        </Notice>
      )}
      <Field label={t('signIn.email')} error={isWrong(problem, 'email') ? t('field.email') : undefined}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values['email'] ?? email}
          required
        />
      </Field>
      <Field
        label={t('signIn.password')}
        error={isWrong(problem, 'password') ? t('field.password') : undefined}
      >
        <PasswordInput
          name="password"
          autoComplete="current-password"
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="mt-1 w-full">
        {t('signIn.submit')}
      </Button>
      <Link
        href="/reset"
        className="self-center rounded-sm text-accent-ink text-sm underline-offset-2 hover:underline"
      >
        {t('signIn.forgot')}
      </Link>
    </form>
  );
}

type RefusedProblem = Readonly<
  { code: 'sign_in.failed' } | { code: 'sign_in.too_often'; waitSeconds: number }
>;

function Refused({ problem }: Readonly<{ problem: RefusedProblem }>) {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  if (problem.code === 'sign_in.failed') return sentence('sign_in.failed');
  return t('wait', { minutes: Math.ceil(problem.waitSeconds / 60) });
}
