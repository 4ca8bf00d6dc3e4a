'use client';

import { useTranslations } from 'next-intl';
import {
  FIELD_ACCESSES,
  FIELD_KINDS,
  FIELD_REQUIREMENTS,
  type FieldDefinition,
  type FieldEntity,
  fieldText,
} from '@/domain/field/field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { ShownWhenFields } from '../shared/shown-when.client';
import { type FieldDraft, type FieldWrong, keyOf } from './field-draft';
import { TextFields } from './text-fields.client';

type General = Readonly<{
  draft: FieldDraft;
  /** The kind of one that is there already stays. */
  isNew: boolean;
  wrong: FieldWrong | null;
  onChange: (change: Partial<FieldDraft>) => void;
}>;

/** How a field is called, what it holds, and what it is for. */
export function FieldGeneral({ draft, isNew, wrong, onChange }: General) {
  const t = useTranslations('fields');
  const name = fieldText(draft.names, 'en');
  return (
    <Panel>
      <div className="flex flex-col gap-4">
        <TextFields
          label={t('form.name')}
          texts={draft.names}
          most={80}
          error={wrong?.name && t('form.nameError')}
          onChange={(names) => onChange({ names })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.kind')} hint={isNew ? t(`kindHint.${draft.kind}`) : t('form.kindStays')}>
            <Select
              value={draft.kind}
              disabled={!isNew}
              onChange={({ target }) => onChange({ kind: target.value as FieldDraft['kind'] })}
            >
              {FIELD_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('form.key')} hint={t('form.keyHint')} error={wrong?.key && t('form.keyError')}>
            <Input
              value={draft.key}
              maxLength={40}
              placeholder={name ? keyOf(name) : undefined}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onChange({ key: target.value.trim().toLowerCase() })}
            />
          </Field>
        </div>
        {draft.kind === 'pattern' && (
          <Field
            label={t('form.pattern')}
            hint={t('form.patternHint')}
            error={wrong?.pattern && t('form.patternError')}
          >
            <Input
              value={draft.pattern}
              maxLength={200}
              className="font-mono"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onChange({ pattern: target.value })}
            />
          </Field>
        )}
        <TextFields
          label={t('form.description')}
          texts={draft.descriptions}
          most={300}
          onChange={(descriptions) => onChange({ descriptions })}
        />
      </div>
    </Panel>
  );
}

type Rules = Readonly<Omit<General, 'isNew'> & { entity: FieldEntity; others: readonly FieldDefinition[] }>;

/** Whether it has to be filled in, who sees it, and when it is shown. */
export function FieldRules({ entity, others, draft, wrong, onChange }: Rules) {
  const t = useTranslations('fields');
  const requirements = FIELD_REQUIREMENTS.filter((each) => entity === 'ticket' || each !== 'on_solve');
  return (
    <Panel title={t('form.rules')}>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.requirement')} hint={t(`requirementHint.${draft.requirement}`)}>
            <Select
              value={draft.requirement}
              onChange={({ target }) => onChange({ requirement: target.value as FieldDraft['requirement'] })}
            >
              {requirements.map((each) => (
                <option key={each} value={each}>
                  {t(`requirement.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('form.access')} hint={t(`accessHint.${draft.customerAccess}`)}>
            <Select
              value={draft.customerAccess}
              onChange={({ target }) =>
                onChange({ customerAccess: target.value as FieldDraft['customerAccess'] })
              }
            >
              {FIELD_ACCESSES.map((each) => (
                <option key={each} value={each}>
                  {t(`access.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <ShownWhenFields
          byType={entity === 'ticket'}
          others={others}
          conditions={draft.shownWhen}
          wrong={wrong?.conditions ?? []}
          onChange={(shownWhen) => onChange({ shownWhen })}
        />
      </div>
    </Panel>
  );
}
