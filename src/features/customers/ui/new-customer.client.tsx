'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { createCustomerAction } from '../actions';

/** Adds a customer by hand. */
export function NewCustomer({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('customers');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('add')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('add')}
        </Button>
      }
    >
      <NewForm workspace={workspace} />
    </Dialog>
  );
}

function NewForm({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('customers');
  const profile = useTranslations('customer.profile');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const router = useRouter();
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => {
      const text = (name: string) => String(typed.get(name) ?? '');
      return createCustomerAction(workspace, {
        displayName: text('displayName'),
        email: text('email'),
        phone: text('phone'),
        locale: LOCALES.find((each) => each === text('locale')) ?? null,
        organization: text('organization'),
      });
    },
    onDone: ({ customerId }) => router.push(`/${workspace}/desk/customers/${customerId}`),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field label={profile('displayName')} error={wrong('displayName') ? profile('nameMissing') : undefined}>
        <Input name="displayName" required maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('column.email')} error={wrong('email') ? t('wrongEmail') : undefined}>
        <Input name="email" type="email" maxLength={254} autoComplete="off" />
      </Field>
      <Field
        label={t('column.phone')}
        hint={t('phoneHint')}
        error={wrong('phone') ? t('wrongPhone') : undefined}
      >
        <Input name="phone" maxLength={40} autoComplete="off" />
      </Field>
      <Field label={profile('locale')}>
        <Select name="locale">
          <option value="">{profile('noLocale')}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {common(`language.${locale}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={profile('organization')} hint={profile('organizationHint')}>
        <Input name="organization" maxLength={200} autoComplete="off" />
      </Field>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
