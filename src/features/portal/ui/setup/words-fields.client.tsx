'use client';

import { useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import type { PortalWordsNow } from './words-now';

type Props = Readonly<{ locale: Locale; now: PortalWordsNow; hidden: boolean }>;

/** What the portal says in one language; what is left empty is said in our words. */
export function WordsFields({ locale, now, hidden }: Props) {
  const t = useTranslations('portalSetup.words');
  return (
    <div hidden={hidden} lang={locale} className="flex flex-col gap-4 [&[hidden]]:hidden">
      <Field label={t('name')}>
        <Input name={`${locale}.title`} maxLength={80} defaultValue={now.title} />
      </Field>
      <Field label={t('welcome')}>
        <Input name={`${locale}.welcome`} maxLength={160} defaultValue={now.welcome} />
      </Field>
      <Field label={t('footer')}>
        <Textarea name={`${locale}.footer`} rows={2} maxLength={500} defaultValue={now.footer} />
      </Field>
      <Field label={t('links')} hint={t('linksHint')}>
        <Textarea name={`${locale}.links`} rows={3} maxLength={3500} defaultValue={now.links} />
      </Field>
    </div>
  );
}
