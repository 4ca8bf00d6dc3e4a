'use client';

import { useTranslations } from 'next-intl';
import type { PhoneProviderForm } from '@/channels/phone/providers';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Textarea } from '@/ui/textarea';
import type { PhoneAccountForm as Stored } from '../queries-admin';

type Props = Readonly<{
  form: PhoneProviderForm;
  stored: Stored | null;
  wrong: (field: string) => boolean;
}>;

type Key = 'field.secret.label';

/** What the provider has to be told, and what callers meet. */
export function ProviderFields({ form, stored, wrong }: Props) {
  const typed = form.settings.filter(({ kind }) => kind === 'text' || kind === 'secret');
  return (
    <>
      {typed.length > 0 && <Keys form={{ ...form, settings: typed }} stored={stored} wrong={wrong} />}
      {form.answersCalls && <Reception stored={stored} wrong={wrong} />}
    </>
  );
}

function Keys({ form, stored, wrong }: Props) {
  const t = useTranslations('phone.admin');
  const isStored = stored?.provider === form.kind;
  return (
    <Panel title={t(`keys.${form.kind}.title` as Key)} description={t(`keys.${form.kind}.body` as Key)}>
      <div className="grid gap-4 sm:grid-cols-2">
        {form.settings.map(({ name, kind }) => (
          <Field
            key={name}
            label={t(`field.${name}.label` as Key)}
            hint={kind === 'secret' && isStored ? t('kept') : undefined}
            error={wrong(name) ? t(`field.${name}.error` as Key) : undefined}
          >
            <Input
              name={`settings.${name}`}
              type={kind === 'secret' ? 'password' : 'text'}
              defaultValue={(isStored && stored.settings[name]) || ''}
              spellCheck={false}
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
    </Panel>
  );
}

type ReceptionProps = Readonly<Pick<Props, 'stored' | 'wrong'>>;

function Reception({ stored, wrong }: ReceptionProps) {
  const t = useTranslations('phone.admin');
  return (
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
        <Checkbox name="menu" label={t('menu')} hint={t('menuHint')} defaultChecked={stored?.menu ?? false} />
        <Checkbox
          name="record"
          label={t('record')}
          hint={t('recordHint')}
          defaultChecked={stored?.record ?? false}
        />
        <Checkbox
          name="mayRefuse"
          label={t('mayRefuse')}
          hint={t('mayRefuseHint')}
          defaultChecked={stored?.mayRefuse ?? false}
        />
        <Checkbox
          name="ownFlow"
          label={t('ownFlow')}
          hint={t('ownFlowHint')}
          defaultChecked={stored?.ownFlow ?? false}
        />
      </div>
    </Panel>
  );
}
