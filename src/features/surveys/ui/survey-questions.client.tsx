'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QUESTION_KINDS, type SurveyTerms } from '@/domain/survey/survey';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FieldsProps } from './fields-props';
import { LanguageTexts } from './language-texts.client';
import { newOption, newQuestion } from './survey-draft';

type Question = SurveyTerms['questions'][number];

/** Questions of the workspace's own, after the score. */
export function SurveyQuestions({ draft, onChange, wrong }: FieldsProps) {
  const t = useTranslations('surveyAdmin.form');
  const { questions } = draft;
  const change = (at: number, question: Question | null) =>
    onChange({ questions: questions.flatMap((each, index) => (index === at ? (question ?? []) : each)) });
  return (
    <Panel title={t('questions')} description={t('questionsBody')}>
      <ol className="flex flex-col gap-5">
        {questions.map((question, index) => (
          <li key={question.id} className="rounded-md border border-line p-3">
            <OneQuestion number={index + 1} question={question} onChange={(next) => change(index, next)} />
          </li>
        ))}
      </ol>
      {wrong('questions') && <p className="mt-2 text-danger-ink text-sm">{t('questionsWrong')}</p>}
      {questions.length < 10 && (
        <Button className="mt-3" onClick={() => onChange({ questions: [...questions, newQuestion()] })}>
          <Plus aria-hidden />
          {t('addQuestion')}
        </Button>
      )}
    </Panel>
  );
}

type OneProps = Readonly<{
  number: number;
  question: Question;
  onChange: (question: Question | null) => void;
}>;

function OneQuestion({ number, question, onChange }: OneProps) {
  const t = useTranslations('surveyAdmin.form');
  const { kind, required, texts, options } = question;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('questionKind', { number })}>
          <Select
            value={kind}
            onChange={({ target }) => onChange({ ...question, kind: target.value as Question['kind'] })}
          >
            {QUESTION_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`questionKinds.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          className="h-control items-center"
          label={t('required')}
          checked={required}
          onChange={({ target }) => onChange({ ...question, required: target.checked })}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('removeQuestion', { number })}
          onClick={() => onChange(null)}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <LanguageTexts
        label={t('questionText', { number })}
        texts={texts}
        onChange={(next) => onChange({ ...question, texts: next })}
      />
      {kind === 'choice' && (
        <Options options={options} onChange={(next) => onChange({ ...question, options: next })} />
      )}
    </div>
  );
}

type OptionsProps = Readonly<{
  options: Question['options'];
  onChange: (options: Question['options']) => void;
}>;

function Options({ options, onChange }: OptionsProps) {
  const t = useTranslations('surveyAdmin.form');
  return (
    <div className="flex flex-col gap-3 border-line border-l-2 pl-3">
      {options.map((option, index) => (
        <div key={option.id} className="flex items-end gap-2">
          <LanguageTexts
            short
            className="flex-1"
            label={t('option', { number: index + 1 })}
            texts={option.texts}
            onChange={(texts) =>
              onChange(options.map((each) => (each.id === option.id ? { ...each, texts } : each)))
            }
          />
          <Button
            variant="ghost"
            size="icon"
            disabled={options.length < 3}
            aria-label={t('removeOption', { number: index + 1 })}
            onClick={() => onChange(options.filter(({ id }) => id !== option.id))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <Button size="sm" className="self-start" onClick={() => onChange([...options, newOption()])}>
        <Plus aria-hidden />
        {t('addOption')}
      </Button>
    </div>
  );
}
