'use client';

import { useTranslations } from 'next-intl';
import type { WorkspaceSettings } from '@/features/workspaces/queries';
import { LOCALES } from '@/i18n/locales';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { TimeZoneSelect } from '@/ui/time-zone-select';

type Props = Readonly<{
  settings: WorkspaceSettings;
  zones: readonly string[];
  wrong: (field: string) => boolean;
}>;

/** Name, language and time zone of a workspace. */
export function GeneralFields({ settings, zones, wrong }: Props) {
  const t = useTranslations('admin.workspace');
  const languages = useTranslations('common.language');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        error={wrong('name') && t('nameError')}
        className="sm:col-span-2"
      >
        <Input name="name" defaultValue={settings.name} maxLength={80} autoComplete="off" />
      </Field>
      <Field label={t('locale')} hint={t('localeHint')}>
        <Select name="locale" defaultValue={settings.locale}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {languages(locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} error={wrong('timeZone') && t('timeZoneError')}>
        <TimeZoneSelect name="timeZone" zones={zones} defaultValue={settings.timeZone} />
      </Field>
    </div>
  );
}
