'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { TOLD_CHANNELS } from '@/domain/promise/promise';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { savePromiseSettingsAction } from '../actions';
import type { PromiseSettingsPage } from '../queries-settings';

type Props = Readonly<{ workspace: string; page: PromiseSettingsPage }>;

/** What is promised by itself, when it is at risk, and with which words customers hear that it takes longer. */
export function PromiseSettingsForm({ workspace, page }: Props) {
  const t = useTranslations('promise.settings');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => savePromiseSettingsAction(workspace, typedIn(form, page)),
    onDone: () => toast(common('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-6" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Ground settings={page.settings} wrong={wrong} />
      <Texts page={page} />
      <div>
        <Button type="submit" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function typedIn(form: FormData, { texts }: PromiseSettingsPage) {
  const number = (name: string) => Number(form.get(name));
  return {
    automatic: form.has('automatic'),
    sla: form.has('sla'),
    statistical: form.has('statistical'),
    channels: TOLD_CHANNELS.filter((channel) => form.getAll('channel').includes(channel)),
    minimumSample: number('minimumSample'),
    riskPercent: number('riskPercent'),
    roundMinutes: number('roundMinutes'),
    texts: texts.map(({ locale, about }) => ({
      locale,
      about,
      text: String(form.get(`${locale}.${about}`) ?? ''),
    })),
  };
}

type GroundProps = Readonly<{ settings: PromiseSettingsPage['settings']; wrong: (field: string) => boolean }>;

function Ground({ settings, wrong }: GroundProps) {
  const t = useTranslations('promise.settings');
  const channelName = useTranslations('common.channel');
  const group = 'font-medium text-ink';
  return (
    <Panel>
      <div className="flex flex-col gap-5">
        <Checkbox
          name="automatic"
          defaultChecked={settings.automatic}
          label={t('automatic')}
          hint={t('automaticHint')}
        />
        <fieldset className="flex flex-col gap-3">
          <legend className={group}>{t('sources')}</legend>
          <Checkbox name="sla" defaultChecked={settings.sla} label={t('sla')} hint={t('slaHint')} />
          <Checkbox
            name="statistical"
            defaultChecked={settings.statistical}
            label={t('statistical')}
            hint={t('statisticalHint')}
          />
        </fieldset>
        <fieldset className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          <legend className={`mb-2 ${group}`}>{t('channels')}</legend>
          {TOLD_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              name="channel"
              value={channel}
              defaultChecked={settings.channels.includes(channel)}
              label={channelName(channel)}
            />
          ))}
        </fieldset>
        <Numbers settings={settings} wrong={wrong} />
      </div>
    </Panel>
  );
}

function Numbers({ settings, wrong }: GroundProps) {
  const t = useTranslations('promise.settings');
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={t('minimum')} hint={t('minimumHint')} error={wrong('minimumSample') && t('error')}>
        <Input name="minimumSample" inputMode="numeric" defaultValue={settings.minimumSample} />
      </Field>
      <Field label={t('risk')} hint={t('riskHint')} error={wrong('riskPercent') && t('error')}>
        <Input name="riskPercent" inputMode="numeric" defaultValue={settings.riskPercent} />
      </Field>
      <Field label={t('round')}>
        <Select name="roundMinutes" defaultValue={settings.roundMinutes}>
          {[1, 5, 15, 30, 60].map((count) => (
            <option key={count} value={count}>
              {t('minutes', { count })}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Texts({ page }: Readonly<{ page: PromiseSettingsPage }>) {
  const t = useTranslations('promise.settings');
  const language = useTranslations('common.language');
  return (
    <Panel title={t('texts')} description={t('textsHint', { example: '{{promise.answer_by}}' })}>
      <div className="grid gap-4 lg:grid-cols-2">
        {page.texts.map(({ locale, about, text, shipped }) => (
          <Field key={`${locale}.${about}`} label={t('text', { about, language: language(locale) })}>
            <Textarea name={`${locale}.${about}`} rows={7} defaultValue={text} placeholder={shipped} />
          </Field>
        ))}
      </div>
    </Panel>
  );
}
