'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { isWrong, NOT_SENT } from '@/domain/shared/form-state';
import { saveMailChoiceAction, saveProfileAction } from '@/features/portal/actions';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { OwnProfile } from '../profile-query';
import { PlaceFields } from './place-fields';
import { ProfileRefused } from './profile-refused';

type Place = Readonly<{ workspace: string; locale: string }>;
type NameProps = Readonly<{
  place: Place;
  own: OwnProfile;
  zone: string;
  zones: readonly string[];
  locale: string;
}>;

const ORDERS = ['given_first', 'family_first'] as const;

/** Names and their order, language and time zone. Works without any script. */
export function NameForm({ place, own, zone, zones, locale }: NameProps) {
  const t = useTranslations('portal.profile.name');
  const languages = useTranslations('common.language');
  const [{ values, problem }, submit, pending] = useActionState(saveProfileAction, NOT_SENT);
  const now = (name: string, known: string) => values[name] ?? known;
  const chosen = now('nameOrder', own.nameOrder);
  const single = own.givenName || own.familyName ? '' : own.displayName;
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <ProfileRefused code={problem?.code} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('given')} error={isWrong(problem, 'givenName') ? t('missing') : undefined}>
          <Input
            name="givenName"
            autoComplete="given-name"
            maxLength={100}
            defaultValue={now('givenName', own.givenName ?? single)}
          />
        </Field>
        <Field label={t('family')}>
          <Input
            name="familyName"
            autoComplete="family-name"
            maxLength={100}
            defaultValue={now('familyName', own.familyName ?? '')}
          />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">{t('order')}</legend>
        {ORDERS.map((order) => (
          <Checkbox
            key={order}
            type="radio"
            name="nameOrder"
            value={order}
            defaultChecked={order === chosen}
            label={t(order)}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('language')} hint={t('languageHint')}>
          <Select name="locale" defaultValue={now('locale', own.locale ?? locale)}>
            {LOCALES.map((each) => (
              <option key={each} value={each}>
                {languages(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('zone')} hint={t('zoneHint')}>
          <Select name="timeZone" defaultValue={now('timeZone', zone)}>
            {zones.map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

const MAILS = ['acknowledgements', 'updates', 'surveys'] as const;

/** Which mails they want besides the answers of people. */
export function MailForm({ place, wants }: Readonly<{ place: Place; wants: OwnProfile['wants'] }>) {
  const t = useTranslations('portal.profile.mails');
  const [{ problem }, submit, pending] = useActionState(saveMailChoiceAction, NOT_SENT);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <PlaceFields place={place} />
      <ProfileRefused code={problem?.code} />
      {MAILS.map((mail) => (
        <Checkbox
          key={mail}
          name={mail}
          value="yes"
          defaultChecked={wants[mail]}
          label={t(mail)}
          hint={t(`${mail}Hint`)}
        />
      ))}
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
