'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = Readonly<{ timeZone: string; optional?: boolean }>;

/** A day and hours, by the clock of the customer. */
export function WindowFields({ timeZone, optional = false }: Props) {
  const t = useTranslations('phone.window');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-ink text-sm">{t('legend', { zone: timeZone })}</legend>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('day')} className="col-span-2">
          <Input name="day" type="date" required={!optional} />
        </Field>
        <Field label={t('from')}>
          <Input name="from" type="time" defaultValue="09:00" />
        </Field>
        <Field label={t('to')}>
          <Input name="to" type="time" defaultValue="12:00" />
        </Field>
      </div>
      {optional && <p className="text-ink-faint text-sm">{t('asSoonAs')}</p>}
    </fieldset>
  );
}
