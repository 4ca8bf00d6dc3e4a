'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { MacroChoices } from '../queries';
import type { MacroDraft, MacroWrong } from './macro-draft';

type Props = Readonly<{
  draft: MacroDraft;
  choices: MacroChoices;
  wrong: MacroWrong | null;
  onChange: (change: Partial<MacroDraft>) => void;
}>;

/** How a macro is called and found, and who sees it. */
export function MacroGeneral({ draft, choices, wrong, onChange }: Props) {
  const t = useTranslations('macro.form');
  const folders = useId();
  return (
    <Panel>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('name')} hint={t('nameHint')} error={wrong?.name && t('nameError')}>
          <Input
            value={draft.name}
            maxLength={120}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Field label={t('shortcut')} hint={t('shortcutHint')} error={wrong?.shortcut && t('shortcutError')}>
          <Input
            value={draft.shortcut}
            maxLength={30}
            autoCapitalize="none"
            autoComplete="off"
            onChange={({ target }) => onChange({ shortcut: target.value })}
          />
        </Field>
        <Field label={t('folder')} hint={t('folderHint')}>
          <Input
            value={draft.folder}
            maxLength={120}
            list={folders}
            autoComplete="off"
            onChange={({ target }) => onChange({ folder: target.value })}
          />
        </Field>
        <datalist id={folders}>
          {choices.folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        <Audience draft={draft} choices={choices} wrong={wrong} onChange={onChange} />
        <Checkbox
          label={t('active')}
          checked={draft.active}
          onChange={({ target }) => onChange({ active: target.checked })}
        />
      </div>
    </Panel>
  );
}

function Audience({ draft, choices, wrong, onChange }: Props) {
  const t = useTranslations('macro');
  const action = useTranslations('action.form');
  return (
    <div className="flex flex-col gap-4 sm:flex-row sm:items-end">
      <Field label={t('form.audience')} className="flex-1">
        <Select
          value={draft.audience}
          onChange={({ target }) => onChange({ audience: target.value as MacroDraft['audience'] })}
        >
          {choices.audiences.map((audience) => (
            <option key={audience} value={audience}>
              {t(`audience.${audience}`)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.audience === 'team' && (
        <Field label={t('form.team')} error={wrong?.team && action('error')} className="flex-1">
          <Select value={draft.teamId} onChange={({ target }) => onChange({ teamId: target.value })}>
            <option value="" disabled>
              {action('choose')}
            </option>
            {choices.teamsToShareWith.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
