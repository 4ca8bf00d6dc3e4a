'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { updateProfileAction } from '@/features/account/actions';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { TimeZoneSelect } from '@/ui/time-zone-select';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{
  user: Readonly<{ name: string; email: string; locale: string; timeZone: string }>;
  zones: readonly string[];
}>;

/** One's own name, language and time zone. */
export function ProfileForm({ user, zones }: Props) {
  const t = useTranslations('account');
  const languages = useTranslations('common.language');
  const { ref, onSubmit, pending, wrong } = useSubmit({
    send: (form) =>
      updateProfileAction({
        name: String(form.get('name')),
        locale: String(form.get('locale')) as Locale,
        timeZone: String(form.get('timeZone')),
      }),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      <Field label={t('profile.name')} error={wrong('name') && t('profile.nameError')}>
        <Input name="name" defaultValue={user.name} maxLength={120} autoComplete="name" />
      </Field>
      <Field label={t('profile.email')} hint={t('profile.emailHint')}>
        <Input type="email" value={user.email} readOnly />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('profile.locale')}>
          <Select name="locale" defaultValue={user.locale}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {languages(locale)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('profile.timeZone')} error={wrong('timeZone') && t('profile.timeZoneError')}>
          <TimeZoneSelect name="timeZone" zones={zones} defaultValue={user.timeZone} />
        </Field>
      </div>
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
