'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import type { Choice } from '../queries-side';
import { useStage } from './stage.client';
import { Tags } from './tags.client';
import { useFieldKeys } from './use-field-keys';
import type { FieldValues } from './use-ticket-update';

const SETTABLE = ['open', 'pending', 'on_hold', 'solved'] as const;

type Props = Readonly<{
  userId: string;
  people: readonly Choice[];
  teams: readonly Choice[];
  tags: readonly string[];
  /** The assignee and team as they are, who may be of the past. */
  assignee: string | null;
  team: string | null;
  mayUpdate: boolean;
}>;

/** What a ticket is: each field is set at once, by hand or by a key. */
export function Fields({ userId, mayUpdate, ...known }: Props) {
  const t = useTranslations('ticket.fields');
  const { shown, update } = useStage();
  const choices = useChoices(shown, known);
  const box = useRef<HTMLDivElement>(null);
  const isFixed = !mayUpdate || shown.status === 'closed';
  useFieldKeys({ box, isFixed, userId });
  const common = { isFixed };
  return (
    <div ref={box} className="flex flex-col gap-1.5">
      <ChoiceRow
        {...common}
        field="s"
        label={t('status')}
        choices={choices.status}
        value={shown.status}
        onChoose={(status) => update({ status: status as (typeof SETTABLE)[number] })}
      />
      <ChoiceRow
        {...common}
        field="a"
        label={t('assignee')}
        choices={choices.people}
        value={shown.assigneeId ?? ''}
        onChoose={(id) => update({ assigneeId: id || null })}
      />
      {!isFixed && shown.assigneeId !== userId && (
        <Button
          variant="link"
          className="-mt-1 h-6 self-end text-sm"
          aria-keyshortcuts="M"
          onClick={() => update({ assigneeId: userId })}
        >
          {t('takeIt')}
        </Button>
      )}
      <ChoiceRow
        {...common}
        label={t('team')}
        choices={choices.teams}
        value={shown.teamId ?? ''}
        onChoose={(id) => update({ teamId: id || null })}
      />
      <ChoiceRow
        {...common}
        field="p"
        label={t('priority')}
        choices={choices.priority}
        value={shown.priority}
        onChoose={(priority) => update({ priority: priority as FieldValues['priority'] })}
      />
      <ChoiceRow
        {...common}
        label={t('type')}
        choices={choices.type}
        value={shown.type}
        onChoose={(type) => update({ type: type as FieldValues['type'] })}
      />
      <ChoiceRow
        {...common}
        label={t('language')}
        choices={choices.language}
        value={shown.language ?? ''}
        onChoose={(code) => update({ language: code || null })}
      />
      <Tags
        tags={shown.tags}
        known={known.tags}
        isFixed={isFixed}
        onAdd={(tag) => update({ addTags: [tag] })}
        onRemove={(tag) => update({ removeTags: [tag] })}
      />
    </div>
  );
}

/** What each field can be, in words; what it is now is always among them. */
function useChoices(values: FieldValues, known: Pick<Props, 'people' | 'teams' | 'assignee' | 'team'>) {
  const t = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const locale = useLocale();
  const settable = SETTABLE.some((status) => status === values.status) ? [] : [values.status];
  return {
    status: [...settable, ...SETTABLE].map((id) => ({ id, name: common(`status.${id}`) })),
    priority: PRIORITIES.map((id) => ({ id, name: common(`priority.${id}`) })),
    type: TICKET_TYPES.map((id) => ({ id, name: common(`type.${id}`) })),
    language: [
      { id: '', name: t('noLanguage') },
      ...withPresent(
        LOCALES.map((id) => ({ id, name: common(`language.${id}`) })),
        values.language,
        languageName(values.language, locale),
      ),
    ],
    people: [{ id: '', name: t('nobody') }, ...withPresent(known.people, values.assigneeId, known.assignee)],
    teams: [{ id: '', name: t('noTeam') }, ...withPresent(known.teams, values.teamId, known.team)],
  };
}

const languageName = (code: string | null, locale: string): string | null =>
  code && (new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code);

/** Somebody who has left, or a team beyond the list, is still who has it. */
function withPresent(choices: readonly Choice[], id: string | null, name: string | null): readonly Choice[] {
  if (id === null || choices.some((choice) => choice.id === id)) return choices;
  return [...choices, { id, name: name ?? '?' }];
}

type RowProps = Readonly<{
  label: string;
  /** The key that leads here. */
  field?: string;
  choices: readonly Choice[];
  value: string;
  isFixed: boolean;
  onChoose: (id: string) => void;
}>;

function ChoiceRow({ label, field, choices, value, isFixed, onChoose }: RowProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="truncate text-ink-soft text-sm" title={label}>
        {label}
      </label>
      <Select
        id={id}
        data-field={field}
        aria-keyshortcuts={field?.toUpperCase()}
        disabled={isFixed}
        value={value}
        // What is chosen before the page is awake comes back with what stood there.
        onChange={({ target }) => target.value !== value && onChoose(target.value)}
        className="[&:not(:hover,:focus-within)>select]:border-line"
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
