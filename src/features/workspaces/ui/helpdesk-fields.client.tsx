'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { isWrong } from '@/domain/shared/form-state';
import type { Problem } from '@/domain/shared/result';
import { slugFrom } from '@/domain/workspace/slug';
import { LOCALES } from '@/i18n/locales';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { TimeZoneSelect } from '@/ui/time-zone-select';

type Props = Readonly<{
  values: Readonly<Record<string, string>>;
  problem: Problem | null;
  publicUrl: string;
  zones: readonly string[];
}>;

const never = () => () => undefined;

/** The zone of this browser; on the server, where there is none, UTC. */
const useBrowserZone = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );

/** Name, address, language, time zone and first mailbox of a new helpdesk. */
export function HelpdeskFields({ values, problem, publicUrl, zones }: Props) {
  const t = useTranslations('auth');
  const sentence = useTranslations('problem');
  const here = useBrowserZone();
  const [slug, setSlug] = useState(values['slug'] ?? '');
  const [touched, setTouched] = useState(Boolean(values['slug']));
  const wrong = (field: string, key: Parameters<typeof t>[0]) =>
    isWrong(problem, field) ? t(key) : undefined;
  const slugError = problem?.code === 'name.taken' ? sentence('name.taken') : wrong('slug', 'field.slug');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('setUp.name')} hint={t('setUp.nameHint')} error={wrong('name', 'field.name')}>
        <Input
          name="name"
          autoComplete="organization"
          defaultValue={values['name'] ?? ''}
          onChange={(event) => !touched && setSlug(slugFrom(event.target.value))}
          required
        />
      </Field>
      <Field
        label={t('setUp.slug')}
        hint={t('setUp.slugHint', { address: `${publicUrl}/${slug || '…'}` })}
        error={slugError}
      >
        <Input
          name="slug"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          onChange={(event) => {
            setTouched(event.target.value !== '');
            setSlug(event.target.value);
          }}
          required
        />
      </Field>
      <Field label={t('setUp.locale')}>
        <Select name="locale" defaultValue={values['locale']}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {t(`language.${locale}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('setUp.timeZone')} error={wrong('timeZone', 'field.timeZone')}>
        <TimeZoneSelect key={here} name="timeZone" zones={zones} defaultValue={values['timeZone'] ?? here} />
      </Field>
      <Field
        label={t('setUp.mailbox')}
        hint={t('setUp.mailboxHint')}
        error={wrong('mailboxAddress', 'field.email')}
        className="sm:col-span-2"
      >
        <Input
          name="mailboxAddress"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values['mailboxAddress'] ?? ''}
          required
        />
      </Field>
    </div>
  );
}
