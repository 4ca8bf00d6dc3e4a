'use client';

import { useTranslations } from 'next-intl';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { FormDraft } from './form-draft';

type Props = Readonly<{
  draft: FormDraft;
  teams: readonly Readonly<{ id: string; name: string }>[];
  nameError: string | false;
  onChange: (change: Partial<FormDraft>) => void;
}>;

/** What a form is called, where it is shown, and what its tickets get. */
export function FormGeneral({ draft, teams, nameError, onChange }: Props) {
  const t = useTranslations('formSetup.form');
  const common = useTranslations('common');
  return (
    <Panel title={t('general')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('name')} hint={t('nameHint')} error={nameError}>
          <Input
            value={draft.name}
            maxLength={80}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Field label={t('team')}>
          <Select value={draft.teamId} onChange={({ target }) => onChange({ teamId: target.value })}>
            <option value="">{t('noTeam')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('type')}>
          <Select
            value={draft.type}
            onChange={({ target }) => onChange({ type: target.value as FormDraft['type'] })}
          >
            {TICKET_TYPES.map((type) => (
              <option key={type} value={type}>
                {common(`type.${type}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('priority')}>
          <Select
            value={draft.priority}
            onChange={({ target }) => onChange({ priority: target.value as FormDraft['priority'] })}
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {common(`priority.${priority}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('tags')} hint={t('tagsHint')}>
          <Input
            value={draft.tags}
            maxLength={500}
            onChange={({ target }) => onChange({ tags: target.value })}
          />
        </Field>
        <div className="flex flex-col gap-2">
          <Checkbox
            label={t('enabled')}
            checked={draft.enabled}
            onChange={({ target }) => onChange({ enabled: target.checked })}
          />
          <Checkbox
            label={t('inPortal')}
            checked={draft.inPortal}
            onChange={({ target }) => onChange({ inPortal: target.checked })}
          />
        </div>
      </div>
    </Panel>
  );
}
