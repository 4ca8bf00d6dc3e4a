'use client';

import { useTranslations } from 'next-intl';
import { SURVEY_CHANNELS, type SurveyTrigger } from '@/domain/survey/survey';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FieldsProps } from './fields-props';
import { onTrigger, type SurveyDraft, settingsOf } from './survey-draft';

/** When, where and how often customers are asked. */
export function SurveyAsking({ draft, onChange, wrong }: FieldsProps) {
  const t = useTranslations('surveyAdmin.form');
  const triggers: readonly SurveyTrigger[] = draft.kind === 'nps' ? ['schedule', 'hand'] : ['solved', 'hand'];
  const means = settingsOf(draft);
  const typed = { draft, onChange };
  return (
    <Panel title={t('asking')} description={t('askingBody')}>
      <Field
        label={t('trigger')}
        hint={t(`triggerHint.${draft.trigger}`)}
        error={wrong('trigger')}
        className="sm:max-w-sm"
      >
        <Select
          value={draft.trigger}
          onChange={({ target }) => onChange(onTrigger(target.value as SurveyTrigger, draft))}
        >
          {triggers.map((trigger) => (
            <option key={trigger} value={trigger}>
              {t(`triggers.${trigger}`)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.trigger !== 'hand' && <Places draft={draft} onChange={onChange} wrong={wrong} />}
      <div className="mt-5 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {means.delay && <Typed name="delay" {...typed} error={wrong('delayMinutes')} />}
        {means.throttleDays && <Typed name="throttleDays" {...typed} error={wrong('throttleDays')} />}
        {means.quiet && <Typed name="quietFrom" type="time" {...typed} error={wrong('quiet')} />}
        {means.quiet && <Typed name="quietUntil" type="time" {...typed} error={wrong('quiet')} />}
        <Typed name="expireDays" {...typed} error={wrong('expireDays')} />
        {means.remindAfterDays && (
          <Typed name="remindAfterDays" {...typed} error={wrong('remindAfterDays')} />
        )}
        {means.dailyQuota && <Typed name="dailyQuota" {...typed} error={wrong('dailyQuota')} />}
      </div>
    </Panel>
  );
}

function Places({ draft, onChange, wrong }: FieldsProps) {
  const t = useTranslations('surveyAdmin.form');
  return (
    <fieldset className="mt-5">
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
