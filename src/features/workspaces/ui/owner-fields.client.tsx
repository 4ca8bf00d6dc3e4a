'use client';

import { useTranslations } from 'next-intl';
import { isWrong } from '@/domain/shared/form-state';
import type { Problem } from '@/domain/shared/result';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { PasswordInput } from '@/ui/password-input.client';

type Props = Readonly<{ values: Readonly<Record<string, string>>; problem: Problem | null }>;

/** The person who sets the installation up and owns it. */
export function OwnerFields({ values, problem }: Props) {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  const passwordError = () => {
    if (isWrong(problem, 'password')) return t('field.newPassword');
    return problem?.code.startsWith('password.') ? sentence(problem.code) : undefined;
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('setUp.yourName')} error={isWrong(problem, 'ownerName') ? t('field.name') : undefined}>
        <Input name="ownerName" autoComplete="name" defaultValue={values['ownerName'] ?? ''} required />
      </Field>
      <Field
        label={t('setUp.yourEmail')}
        error={isWrong(problem, 'ownerEmail') ? t('field.email') : undefined}
      >
        <Input
          name="ownerEmail"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values['ownerEmail'] ?? ''}
          required
        />
      </Field>
      <Field
        label={t('setUp.password')}
        hint={t('password.hint')}
        error={passwordError()}
        className="sm:col-span-2"
      >
        <PasswordInput
          name="password"
          autoComplete="new-password"
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          required
        />
      </Field>
    </div>
  );
}
