'use client';

import { useTranslations } from 'next-intl';
import { SURVEY_KINDS } from '@/domain/survey/survey';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FieldsProps } from './fields-props';
import { LanguageTexts } from './language-texts.client';
import { onKind, type SurveyDraft } from './survey-draft';

/** What is measured, and in which words it is asked. */
export function SurveyGeneral({ draft, onChange, wrong }: FieldsProps) {
  const t = useTranslations('surveyAdmin');
  return (
    <Panel title={t('form.general')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t('form.name')} hint={t('form.nameHint')} error={wrong('name')}>
          <Input
            value={draft.name}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Field label={t('form.kind')} hint={t(`kindHint.${draft.kind}`)} error={wrong('kind')}>
          <Select
            value={draft.kind}
            onChange={({ target }) => onChange(onKind(target.value as SurveyDraft['kind'], draft))}
          >
            {SURVEY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        {draft.kind === 'csat' && (
          <Field label={t('form.steps')}>
            <Select
              value={draft.steps}
              onChange={({ target }) => onChange({ steps: Number(target.value) as SurveyDraft['steps'] })}
            >
              {[5, 3, 2].map((steps) => (
                <option key={steps} value={steps}>
                  {t('form.stepsOf', { count: steps })}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <LanguageTexts
        className="mt-4"
        label={t('form.question')}
        hint={t(draft.kind === 'custom' ? 'form.questionOwn' : 'form.questionHint')}
        error={wrong('question')}
        texts={draft.question}
        onChange={(question) => onChange({ question })}
      />
      <Checkbox
        className="mt-4"
        label={t('form.active')}
        hint={t('form.activeHint')}
        checked={draft.active}
        onChange={({ target }) => onChange({ active: target.checked })}
      />
    </Panel>
  );
}
