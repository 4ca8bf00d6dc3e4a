'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { NOT_SENT } from '@/domain/shared/form-state';
import { chooseLanguageAction } from '@/features/account/actions';
import { LOCALES } from '@/i18n/locales';

/** The languages of the pages that need no sign-in; the choice is kept in this browser. */
export function LanguageChoice() {
  const t = useTranslations('auth.language');
  const current = useLocale();
  const [, submit] = useActionState(chooseLanguageAction, NOT_SENT);
  return (
    <form action={submit} aria-label={t('label')} className="flex justify-center gap-1">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? 'true' : undefined}
          className="rounded-sm px-2 py-1 text-ink-faint text-sm hover:bg-hover hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {t(locale)}
        </button>
      ))}
    </form>
  );
}
