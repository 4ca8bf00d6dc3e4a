'use client';

import { useTranslations } from 'next-intl';
import { SURVEY_CHANNELS, type SurveyTrigger } from '@/domain/survey/survey';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FieldsProps } from './fields-props';
import type { SurveyDraft } from './survey-draft';

/** When, where and how often customers are asked. */
export function SurveyAsking({ draft, onChange, wrong }: FieldsProps) {
  const t = useTranslations('surveyAdmin.form');
  const triggers: readonly SurveyTrigger[] = draft.kind === 'nps' ? ['schedule', 'hand'] : ['solved', 'hand'];
  const onSchedule = draft.trigger === 'schedule';
  return (
    <Panel title={t('asking')} description={t('askingBody')}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t('trigger')} error={wrong('trigger')}>
          <Select
            value={draft.trigger}
            onChange={({ target }) => onChange({ trigger: target.value as SurveyTrigger })}
          >
            {triggers.map((trigger) => (
              <option key={trigger} value={trigger}>
                {t(`triggers.${trigger}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Typed name="delay" {...{ draft, onChange }} error={wrong('delayMinutes')} />
        <Typed name="throttleDays" {...{ draft, onChange }} error={wrong('throttleDays')} />
        <Typed name="quietFrom" type="time" {...{ draft, onChange }} error={wrong('quiet')} />
        <Typed name="quietUntil" type="time" {...{ draft, onChange }} error={wrong('quiet')} />
        <Typed name="expireDays" {...{ draft, onChange }} error={wrong('expireDays')} />
        <Typed name="remindAfterDays" {...{ draft, onChange }} error={wrong('remindAfterDays')} />
        {onSchedule && <Typed name="dailyQuota" {...{ draft, onChange }} error={wrong('dailyQuota')} />}
      </div>
      <fieldset className="mt-4">
        <legend className="font-medium text-ink text-sm">{t('channels')}</legend>
        <div className="mt-1.5 flex flex-col gap-2">
          {SURVEY_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              label={t(`channel.${channel}`)}
              hint={t(`channelHint.${channel}`)}
              checked={draft.channels.includes(channel)}
              onChange={({ target }) =>
                onChange({
                  channels: SURVEY_CHANNELS.filter((each) =>
                    each === channel ? target.checked : draft.channels.includes(each),
                  ),
                })
              }
            />
          ))}
        </div>
        {wrong('channels') && <p className="mt-2 text-danger-ink text-sm">{wrong('channels')}</p>}
      </fieldset>
    </Panel>
  );
}

type TypedProps = Pick<FieldsProps, 'draft' | 'onChange'> &
  Readonly<{
    name: keyof Pick<
      SurveyDraft,
      'delay' | 'throttleDays' | 'quietFrom' | 'quietUntil' | 'expireDays' | 'remindAfterDays' | 'dailyQuota'
    >;
    type?: 'time';
    error: string | undefined;
  }>;

function Typed({ name, type, draft, onChange, error }: TypedProps) {
  const t = useTranslations('surveyAdmin.form');
  return (
    <Field label={t(name)} hint={t(`${name}Hint`)} error={error}>
      <Input
        type={type ?? 'text'}
        inputMode={type || name === 'delay' ? undefined : 'numeric'}
        value={draft[name]}
        autoComplete="off"
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </Field>
  );
}
