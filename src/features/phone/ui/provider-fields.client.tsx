'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Textarea } from '@/ui/textarea';
import type { PhoneAccountForm as Stored } from '../queries-admin';

type Props = Readonly<{ stored: Stored | null; wrong: (field: string) => boolean }>;

/** What Twilio has to be told, and what callers meet. */
export function TwilioFields({ stored, wrong }: Props) {
  const t = useTranslations('phone.admin');
  return (
    <>
      <Panel title={t('step2')} description={t('step2Body')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('accountSid')} error={wrong('accountSid') ? t('accountSidError') : undefined}>
            <Input
              name="accountSid"
              defaultValue={stored?.accountSid ?? ''}
              spellCheck={false}
              autoComplete="off"
            />
          </Field>
          <Field
            label={t('authToken')}
            hint={stored ? t('kept') : undefined}
            error={wrong('authToken') ? t('authTokenError') : undefined}
          >
            <Input name="authToken" type="password" autoComplete="off" />
          </Field>
        </div>
      </Panel>
      <Panel title={t('step3')} description={t('step3Body')}>
        <div className="flex flex-col gap-4">
          <Field
            label={t('ringTo')}
            hint={t('ringToHint')}
            error={wrong('ringTo') ? t('numberError') : undefined}
          >
            <Textarea name="ringTo" rows={3} defaultValue={stored?.ringTo ?? ''} spellCheck={false} />
          </Field>
          <Field label={t('ringSeconds')} className="max-w-40">
            <Input
              name="ringSeconds"
              type="number"
              min={5}
              max={120}
              defaultValue={stored?.ringSeconds ?? 25}
            />
          </Field>
          <Checkbox
            name="menu"
            label={t('menu')}
            hint={t('menuHint')}
            defaultChecked={stored?.menu ?? false}
          />
          <Checkbox
            name="record"
            label={t('record')}
            hint={t('recordHint')}
            defaultChecked={stored?.record ?? false}
          />
          <Checkbox
            name="ownFlow"
            label={t('ownFlow')}
            hint={t('ownFlowHint')}
            defaultChecked={stored?.ownFlow ?? false}
          />
        </div>
      </Panel>
    </>
  );
}
