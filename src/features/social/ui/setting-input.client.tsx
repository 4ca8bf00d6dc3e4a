'use client';

import { useTranslations } from 'next-intl';
import type { SettingField } from '@/channels/contract';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Props = Readonly<{
  vendor: string;
  setting: SettingField;
  value: string;
  /** A secret is stored, which stays when nothing is typed. */
  isKept: boolean;
  isWrong: boolean;
}>;

type Key = 'telegram.field.token.label';

/** One setting of a vendor, in the form that fits it; a stored secret is never shown. */
export function SettingInput({ vendor, setting, value, isKept, isWrong }: Props) {
  const t = useTranslations('social');
  const { name, kind, values = [], required } = setting;
  const key = (what: string) => `${vendor}.field.${name}.${what}` as Key;
  const hint = t.has(key('hint')) ? t(key('hint')) : undefined;
  const field = `values.${name}`;
  if (kind === 'switch') {
    return <Checkbox name={field} defaultChecked={value === 'yes'} label={t(key('label'))} hint={hint} />;
  }
  const kept = kind === 'secret' && isKept ? t('admin.form.kept') : undefined;
  return (
    <Field
      label={required ? t(key('label')) : t('admin.form.optional', { label: t(key('label')) })}
      hint={kept ?? hint}
      error={isWrong ? t('admin.form.wrong') : undefined}
    >
      {kind === 'choice' ? (
        <Select name={field} defaultValue={value || values[0]}>
          {values.map((each) => (
            <option key={each} value={each}>
              {t(key(each))}
            </option>
          ))}
        </Select>
      ) : (
        <TextOrSecret name={field} isSecret={kind === 'secret'} value={value} />
      )}
    </Field>
  );
}

type TextProps = Readonly<{ name: string; isSecret: boolean; value: string }>;

function TextOrSecret({ name, isSecret, value, ...given }: TextProps) {
  return isSecret ? (
    <Input {...given} type="password" name={name} autoComplete="new-password" />
  ) : (
    <Input {...given} name={name} defaultValue={value} autoComplete="off" spellCheck={false} />
  );
}
