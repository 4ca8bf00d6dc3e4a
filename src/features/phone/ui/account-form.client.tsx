'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { PhoneProviderForm } from '@/channels/phone/providers';
import { Button, ButtonLink } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { savePhoneAccountAction, testPhoneAccountAction } from '../actions';
import type { PhoneAccountForm as Stored } from '../queries-admin';
import { accountIn } from './account-in';
import { ProviderFields } from './provider-fields.client';

type Props = Readonly<{
  workspace: string;
  stored: Stored | null;
  forms: readonly PhoneProviderForm[];
  teams: readonly Readonly<{ id: string; name: string }>[];
}>;

/** Connects a number at a provider or a telephone system of one's own, step by step. */
export function AccountForm({ workspace, stored, forms, teams }: Props) {
  const t = useTranslations('phone.admin');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [provider, setProvider] = useState<string | undefined>(stored?.provider ?? forms[0]?.kind);
  const form = forms.find(({ kind }) => kind === provider);
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => savePhoneAccountAction(workspace, accountIn(form, stored?.id ?? null)),
    onDone: ({ accountId }) => {
      toast(t('saved'));
      router.push(`/${workspace}/admin/phone/${accountId}`);
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Panel title={t('step1')} description={t('step1Body')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('provider')}>
            <Select name="provider" value={provider} onChange={(event) => setProvider(event.target.value)}>
              {forms.map(({ kind }) => (
                <option key={kind} value={kind}>
                  {t(kind)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('name')} error={wrong('name') ? t('nameError') : undefined}>
            <Input name="name" defaultValue={stored?.name ?? ''} required maxLength={100} />
          </Field>
          <Field
            label={t('number')}
            hint={t('numberHint')}
            error={wrong('number') ? t('numberError') : undefined}
          >
            <Input name="number" type="tel" defaultValue={stored?.number ?? ''} />
          </Field>
          <Field label={t('language')} hint={t('languageHint')}>
            <Select name="locale" defaultValue={stored?.locale ?? 'en'}>
              <option value="en">English</option>
              <option value="hu">Magyar</option>
              <option value="lv">Latviešu</option>
            </Select>
          </Field>
          <Field label={t('team')}>
            <Select name="teamId" defaultValue={stored?.teamId ?? ''}>
              <option value="">–</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Checkbox
          name="enabled"
          label={t('enabled')}
          defaultChecked={stored?.enabled ?? true}
          className="mt-4"
        />
      </Panel>
      {form && <ProviderFields key={form.kind} form={form} stored={stored} wrong={wrong} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

type TestProps = Readonly<{ workspace: string; accountId: string }>;

type Result = Readonly<{
  ticketNumber: number | null;
  provider: Readonly<{ ok: boolean; detail: string }> | null;
}>;

/** The test button: a missed call comes in through the account's own address, and its ticket is the proof. */
export function TestAccount({ workspace, accountId }: TestProps) {
  const t = useTranslations('phone.admin');
  const sentence = useTranslations('problem');
  const [result, setResult] = useState<Result | null>(null);
  const [pending, start] = useTransition();
  const test = () =>
    start(async () => {
      const tested = await testPhoneAccountAction(workspace, { accountId });
      if (tested.ok) setResult(tested.value);
      else toast.error(sentence(tested.error.code));
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{t('testBody')}</p>
      <Button onClick={test} pending={pending}>
        {t('test')}
      </Button>
      {result?.provider && (
        <Notice tone={result.provider.ok ? 'success' : 'danger'} live>
          {t(result.provider.ok ? 'providerOk' : 'providerWrong', { detail: result.provider.detail })}
        </Notice>
      )}
      {result && result.ticketNumber !== null && (
        <Notice tone="success" live>
          {t('tested')}{' '}
          <ButtonLink variant="link" href={`/${workspace}/desk/tickets/${result.ticketNumber}`}>
            {t('seeTicket', { number: String(result.ticketNumber) })}
          </ButtonLink>
        </Notice>
      )}
    </div>
  );
}
