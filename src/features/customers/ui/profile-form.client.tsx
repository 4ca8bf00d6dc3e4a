'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { toast } from 'sonner';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { TimeZoneSelect } from '@/ui/time-zone-select';
import { useSubmit } from '@/ui/use-submit.client';
import { updateCustomerAction } from '../actions';
import type { UpdateCustomerInput } from '../inputs';
import type { CustomerProfile } from '../queries';

const ID_TAKEN = 'customer.external_id_taken';
const ORDERS = ['given_first', 'family_first'] as const;

type Props = Readonly<{
  workspace: string;
  customer: CustomerProfile;
  organizations: readonly string[];
  zones: readonly string[];
  tiers: readonly Readonly<{ id: string; name: string }>[];
  mayWrite: boolean;
}>;

/** What we know of a customer, to read and to set right. */
export function ProfileForm({ workspace, customer, organizations, zones, tiers, mayWrite }: Props) {
  const t = useTranslations('customer.profile');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => updateCustomerAction(workspace, inputOf(customer.id, typed)),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate>
      <fieldset disabled={!mayWrite} className="grid items-end gap-4 sm:grid-cols-2">
        <Field
          label={t('displayName')}
          error={wrong('displayName') ? t('nameMissing') : undefined}
          className="sm:col-span-2"
        >
          <Input name="displayName" required maxLength={200} defaultValue={customer.displayName} />
        </Field>
        <Names customer={customer} />
        <Place customer={customer} zones={zones} />
        <Organization name={customer.organization?.name ?? ''} known={organizations} />
        <Tier tierId={customer.tierId} tiers={tiers} />
        <Field
          label={t('externalId')}
          hint={t('externalIdHint')}
          error={problem?.code === ID_TAKEN ? problems(ID_TAKEN) : undefined}
        >
          <Input
            name="externalId"
            maxLength={200}
            defaultValue={customer.externalId ?? ''}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field label={t('note')} hint={t('noteHint')} className="sm:col-span-2">
          <Textarea name="note" rows={3} maxLength={10_000} defaultValue={customer.note} />
        </Field>
        {problem && problem.code !== ID_TAKEN && !problem.code.startsWith('input') && (
          <Notice tone="danger" live className="sm:col-span-2">
            {problems(problem.code)}
          </Notice>
        )}
        {mayWrite && (
          <div className="sm:col-span-2">
            <Button type="submit" variant="primary" pending={pending}>
              {t('save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}

function Names({ customer }: Pick<Props, 'customer'>) {
  const t = useTranslations('customer.profile');
  return (
    <>
      <Field label={t('givenName')}>
        <Input name="givenName" maxLength={200} defaultValue={customer.givenName ?? ''} />
      </Field>
      <Field label={t('familyName')}>
        <Input name="familyName" maxLength={200} defaultValue={customer.familyName ?? ''} />
      </Field>
      <Field label={t('nameOrder')}>
        <Select name="nameOrder" defaultValue={customer.nameOrder}>
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(order)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function Place({ customer, zones }: Pick<Props, 'customer' | 'zones'>) {
  const t = useTranslations('customer.profile');
  const common = useTranslations('common');
  return (
    <>
      <Field label={t('locale')}>
        <Select name="locale" defaultValue={customer.locale ?? ''}>
          <option value="">{t('noLocale')}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {common(`language.${locale}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('timeZone')}>
        <TimeZoneSelect
          name="timeZone"
          zones={zones}
          none={t('noTimeZone')}
          defaultValue={customer.timeZone ?? ''}
        />
      </Field>
    </>
  );
}

function Organization({ name, known }: Readonly<{ name: string; known: readonly string[] }>) {
  const t = useTranslations('customer.profile');
  const list = useId();
  return (
    <>
      <Field label={t('organization')} hint={t('organizationHint')}>
        <Input name="organization" maxLength={200} defaultValue={name} list={list} autoComplete="off" />
      </Field>
      <datalist id={list}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

function Tier({ tierId, tiers }: Readonly<{ tierId: string | null }> & Pick<Props, 'tiers'>) {
  const t = useTranslations('customer');
  return (
    <Field label={t('tier')}>
      <Select name="tierId" defaultValue={tierId ?? ''}>
        <option value="">{t('noTier')}</option>
        {tiers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function inputOf(customerId: string, typed: FormData) {
  const text = (field: string) => String(typed.get(field) ?? '');
  return {
    customerId,
    displayName: text('displayName'),
    givenName: text('givenName'),
    familyName: text('familyName'),
    nameOrder: text('nameOrder') as UpdateCustomerInput['nameOrder'],
    locale: (text('locale') || null) as UpdateCustomerInput['locale'],
    timeZone: text('timeZone') || null,
    note: text('note'),
    organization: text('organization'),
    tierId: text('tierId') || null,
    externalId: text('externalId').trim() || null,
  };
}
