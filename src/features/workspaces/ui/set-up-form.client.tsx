'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { NOT_SENT } from '@/domain/shared/form-state';
import { setUpAction } from '@/features/workspaces/actions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useFocusOnWrong } from '@/ui/use-focus-on-wrong.client';
import { HelpdeskFields } from './helpdesk-fields.client';
import { OwnerFields } from './owner-fields.client';

type Props = Readonly<{
  /** The installation's address, shown before the short name. */
  publicUrl: string;
  locale: string;
  zones: readonly string[];
}>;

/** The first visit: who owns the installation, and the first helpdesk. Works before any script has loaded. */
export function SetUpForm({ publicUrl, locale, zones }: Props) {
  const t = useTranslations('auth.setUp');
  const sentence = useTranslations('problem');
  const [{ values, problem }, submit, pending] = useActionState(setUpAction, NOT_SENT);
  const ref = useFocusOnWrong(problem);
  const atField = problem?.code.startsWith('password.') || problem?.code === 'name.taken';
  return (
    <form ref={ref} action={submit} className="flex flex-col gap-8" noValidate>
      {problem && !atField && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <fieldset>
        <legend className="mb-3 font-semibold text-ink text-lg">{t('you')}</legend>
        <OwnerFields values={values} problem={problem} />
      </fieldset>
      <fieldset>
        <legend className="mb-3 font-semibold text-ink text-lg">{t('workspace')}</legend>
        <HelpdeskFields
          values={{ locale, ...values }}
          problem={problem}
          publicUrl={publicUrl}
          zones={zones}
        />
      </fieldset>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
