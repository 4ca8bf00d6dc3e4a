import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { type FieldPatch, type FieldValues as OwnValues, patchedValues } from '@/domain/field/field';
import { maySleep, snoozedStatus } from '@/domain/ticket/snooze';
import type { Priority, TicketStatus, TicketType } from '@/domain/ticket/ticket';
import { useProblem } from '@/features/fields/shared/use-problem';
import { updateAction } from '../actions';
import { reached } from './reached';
import { say, sayProblem } from './say';

/** What of a ticket can be set in its fields. */
export type FieldValues = Readonly<{
  subject: string;
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  teamId: string | null;
  assigneeId: string | null;
  tags: readonly string[];
  spam: boolean;
  trash: boolean;
  /** When it wakes up, ISO 8601; null while it is awake. */
  snoozedUntil: string | null;
  /** Of the workspace's own fields. */
  fields: OwnValues;
}>;

type Patch = Partial<Omit<FieldValues, 'tags' | 'status' | 'fields'>> & {
  fields?: FieldPatch;
  status?: Exclude<TicketStatus, 'new' | 'closed'>;
  addTags?: readonly string[];
  removeTags?: readonly string[];
};

const FIELD_NAMES = ['status', 'priority', 'type'] as const;

/**
 * The fields as they will be in a moment, and the way to set them: on the screen at once, and back to what they were when
 * the server refuses. Says so when somebody else had just set the same field.
 */
export function useTicketUpdate(workspace: string, ticketId: string, values: FieldValues) {
  const t = useTranslations('ticket.fields');
  const problem = useProblem();
  const [shown, show] = useOptimistic(values, applied);
  const [, start] = useTransition();

  function nameOf(field: string): string {
    if (field === 'assigneeId') return t('assignee');
    if (field === 'teamId') return t('team');
    const known = FIELD_NAMES.find((name) => name === field);
    return known ? t(known) : field;
  }

  function update(patch: Patch, onDone?: () => void): void {
    start(async () => {
      show(patch);
      const result = await reached(updateAction(workspace, inputOf(ticketId, patch, values)));
      if (!result.ok) {
        sayProblem(problem(result.error));
        return;
      }
      for (const field of result.value.replaced) say(t('replaced', { field: nameOf(field) }));
      onDone?.();
    });
  }
  return { shown, update };
}

function applied(
  values: FieldValues,
  { addTags = [], removeTags = [], fields = {}, ...patch }: Patch,
): FieldValues {
  const tags = [...new Set([...values.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
  const status = snoozedStatus(
    { status: patch.status ?? values.status, snoozedUntil: dateOf(values.snoozedUntil) },
    dateOf(patch.snoozedUntil),
  );
  const until = patch.snoozedUntil === undefined ? values.snoozedUntil : patch.snoozedUntil;
  const snoozedUntil = maySleep(status) ? until : null;
  return { ...values, ...patch, status, snoozedUntil, tags, fields: patchedValues(values.fields, fields) };
}

function dateOf<Nothing extends null | undefined>(iso: string | Nothing): Date | Nothing {
  return typeof iso === 'string' ? new Date(iso) : iso;
}

function inputOf(
  ticketId: string,
  { addTags, removeTags, fields: own, snoozedUntil, ...fields }: Patch,
  values: FieldValues,
) {
  const before: Readonly<Record<string, unknown>> = values;
  const seen = Object.fromEntries(Object.keys(fields).map((field) => [field, before[field]]));
  return {
    ticketId,
    ...fields,
    ...(snoozedUntil !== undefined && { snoozedUntil: dateOf(snoozedUntil) }),
    ...(own && { fields: { ...own } }),
    ...(addTags && { addTags: [...addTags] }),
    ...(removeTags && { removeTags: [...removeTags] }),
    seen: seen as Record<string, string | boolean | null>,
  };
}
