'use client';

import { useTranslations } from 'next-intl';
import { FOLLOW_UP_ASSIGNEES, scaleOf, scoresOf } from '@/domain/survey/survey';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FieldsProps } from './fields-props';
import type { SurveyDraft } from './survey-draft';

type Props = FieldsProps & Readonly<{ people: readonly Readonly<{ id: string; name: string }>[] }>;

/** What a low score sets off. */
export function SurveyFollowUpFields({ draft, onChange, wrong, people }: Props) {
  const t = useTranslations('surveyAdmin.form');
  const low = scoresOf(scaleOf(draft)).slice(0, -1);
  return (
    <Panel title={t('followUp')} description={t('followUpBody')}>
      <Checkbox
        label={t('follows')}
        checked={draft.follows}
        onChange={({ target }) => onChange({ follows: target.checked })}
      />
      {draft.follows && (
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Field label={t('atMost')} error={wrong('followUp')}>
            <Select value={draft.atMost} onChange={({ target }) => onChange({ atMost: target.value })}>
              {low.map((score) => (
                <option key={score} value={score}>
                  {t('atMostOf', { score })}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('dueInHours')} hint={t('dueInHoursHint')} error={wrong('followUp')}>
            <Input
              inputMode="numeric"
              value={draft.dueInHours}
              onChange={({ target }) => onChange({ dueInHours: target.value })}
            />
          </Field>
          <Field label={t('assign')} hint={t('assignHint')}>
            <Select
              value={draft.assign}
              onChange={({ target }) => onChange({ assign: target.value as SurveyDraft['assign'] })}
            >
              {FOLLOW_UP_ASSIGNEES.map((assign) => (
                <option key={assign} value={assign}>
                  {t(`assignees.${assign}`)}
                </option>
              ))}
            </Select>
          </Field>
          {draft.assign === 'person' && (
            <Field label={t('person')} error={wrong('followUp')}>
              <Select value={draft.userId} onChange={({ target }) => onChange({ userId: target.value })}>
                <option value="">{t('choosePerson')}</option>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      )}
    </Panel>
  );
}
