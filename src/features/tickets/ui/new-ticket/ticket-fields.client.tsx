'use client';

import { useTranslations } from 'next-intl';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { NewTicketDraft } from './draft';

type Choice = Readonly<{ id: string; name: string }>;
export type Choices = Readonly<{
  people: readonly Choice[];
  teams: readonly Choice[];
  tags: readonly string[];
}>;

type Props = Readonly<{
  draft: NewTicketDraft;
  change: (change: Partial<NewTicketDraft>) => void;
  choices: Choices;
}>;

const CHANNELS = ['phone', 'web', 'email'] as const;

/** What the ticket is filed under. */
export function TicketFields({ draft, change, choices }: Props) {
  const t = useTranslations('desk.new');
  const common = useTranslations('common');
  const field = (name: keyof NewTicketDraft & string) => ({
    name,
    value: String(draft[name]),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <div className="grid content-start gap-4 sm:grid-cols-2 lg:row-span-2 lg:grid-cols-1">
      {draft.kind === 'inbound' && (
        <Field label={t('channel')}>
          <Select {...field('channel')}>
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {common(`channel.${channel}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('type')}>
        <Select {...field('type')}>
          {TICKET_TYPES.map((type) => (
            <option key={type} value={type}>
              {common(`type.${type}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('priority')}>
        <Select {...field('priority')}>
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {common(`priority.${priority}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('team')}>
        <Select {...field('teamId')}>
          <option value="">{t('noTeam')}</option>
          {choices.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('assignee')}>
        <Select {...field('assigneeId')}>
          <option value="">{t('nobody')}</option>
          {choices.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('tags')} hint={t('tagsHint')}>
        <Input {...field('tags')} autoComplete="off" />
      </Field>
    </div>
  );
}
