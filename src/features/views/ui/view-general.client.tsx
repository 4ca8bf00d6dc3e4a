'use client';

import { useTranslations } from 'next-intl';
import { VIEW_AUDIENCES } from '@/domain/view/saved-view';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { ViewChoices } from '../saved-views';
import type { ViewDraft, ViewWrong } from './view-draft';

type Props = Readonly<{
  draft: ViewDraft;
  choices: ViewChoices;
  wrong: ViewWrong | null;
  onChange: (change: Partial<ViewDraft>) => void;
}>;

/** How a view is called, and who sees it. */
export function ViewGeneral({ draft, choices, wrong, onChange }: Props) {
  const t = useTranslations('views');
  const { audience } = draft;
  const audiences = VIEW_AUDIENCES.filter((each) => each === audience || choices.audiences.includes(each));
  return (
    <Panel>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t('name')} error={wrong?.name ? t('nameError') : undefined}>
          <Input
            value={draft.name}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field>
        <Field label={t('audience')}>
          <Select
            value={audience}
            onChange={({ target }) => {
              const chosen = VIEW_AUDIENCES.find((each) => each === target.value) ?? 'personal';
              const [only, ...more] = choices.teamsToShareWith;
              onChange({ audience: chosen, ...(only && more.length === 0 && { teamId: only.id }) });
            }}
          >
            {audiences.map((each) => (
              <option key={each} value={each}>
                {t(`audiences.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        {audience === 'team' && (
          <Field label={t('team')} error={wrong?.team ? t('teamError') : undefined}>
            <Select value={draft.teamId} onChange={({ target }) => onChange({ teamId: target.value })}>
              <option value="">{t('chooseTeam')}</option>
              {choices.teamsToShareWith.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </Panel>
  );
}
