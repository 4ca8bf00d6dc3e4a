'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { requestResetAction } from '@/features/account/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';

/** Asks for a reset link. What it says afterwards is the same for every address. */
export function RequestResetForm() {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  const [{ values, problem, done }, submit, pending] = useActionState(requestResetAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  if (done) {
    return (
      <Notice tone="success" title={t('reset.sentTitle')} live>
        {t('reset.sent', { email: values['email'] ?? '' })}
      </Notice>
    );
  }
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-4" noValidate>
      <p className="text-ink-soft">{t('reset.intro')}</p>
      {problem?.code === 'rate.limited' && (
        <Notice tone="danger" live>
          {sentence('rate.limited')}
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
          defaultValue={values['email'] ?? ''}
          required
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {t('reset.submit')}
      </Button>
    </form>
  );
}
