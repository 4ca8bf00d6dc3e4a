import { useFormatter, useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import {
  type FieldDefinition,
  type FieldPatch,
  type FieldValues as OwnValues,
  patchedValues,
} from '@/domain/field/field';
import { namesIn, type Seen, type SetBack, seenOf, settingBack, settingIn } from '@/domain/ticket/set-back';
import { maySleep, snoozedStatus } from '@/domain/ticket/snooze';
import type { Priority, TicketStatus, TicketType } from '@/domain/ticket/ticket';
import { useProblem } from '@/features/fields/shared/use-problem';
import { forget, remember } from '@/ui/undo';
import { updateAction } from '../actions';
import type { Replaced } from '../replaced-fields';
import { reached } from './reached';
import { say, sayProblem } from './say';
import { useFieldWords } from './use-field-words';

/** What of a ticket can be set in its fields. */
export type FieldValues = Readonly<{
  subject: string;
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  teamId: string | null;
  assigneeId: string | null;
  /** Of the requester, as recognized or set. */
  language: string | null;
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

type Spec = Readonly<{
  workspace: string;
  ticketId: string;
  number: number;
  values: FieldValues;
  /** The workspace's own fields, for their names. */
  definitions: readonly FieldDefinition[];
}>;

type After = Readonly<{ onDone?: () => void; onRefused?: () => void }>;

/** A way back of what was set; null where nothing was. */
type WayBack = (() => void) | null;

/**
 * The fields as they will be in a moment, and the way to set them: on the screen at once, and back to what they were when
 * the server refuses. What was set can be undone by the key of undoing. Where somebody else had just set the same field it
 * says who and what, with a way to let theirs stand.
 */
export function useTicketUpdate({ workspace, ticketId, number, values, definitions }: Spec) {
  const t = useTranslations('ticket.fields');
  const problem = useProblem();
  const format = useFormatter();
  const words = useFieldWords(definitions);
  const [shown, show] = useOptimistic(values, applied);
  const [, start] = useTransition();

  function send(patch: Patch, seen: Seen, { onDone, onRefused }: After = {}): void {
    start(async () => {
      show(patch);
      const result = await reached(updateAction(workspace, inputOf(ticketId, patch, seen)));
      if (!result.ok) {
        onRefused?.();
        sayProblem(problem(result.error));
        return;
      }
      for (const replaced of result.value.replaced) explain(replaced, patch);
      onDone?.();
    });
  }

  function explain(replaced: Replaced, patch: Patch): void {
    const { field } = replaced;
    const told = { field: words.field(field), value: words.value(replaced) };
    const text = replaced.by ? t('replacedBy', { ...told, name: replaced.by }) : t('replaced', told);
    const theirs = () => send(letting(replaced), { [field]: settingIn(patch, field) });
    say(text, { duration: 15_000, action: { label: t('keepTheirs'), onClick: theirs } });
  }

  function update(patch: Patch, onDone?: (back: WayBack) => void): void {
    const back = settingBack(patch, shown);
    const key = `${ticketId} ${Date.now()}`;
    // Remembered before the server has answered: whoever undoes at once is heard after what they undo.
    const way = back && remember(() => setBack(back), { key });
    send(patch, seenOf(patch, shown), {
      onDone: () => onDone?.(way),
      onRefused: () => forget(key),
    });
  }

  function setBack({ seen, ...settings }: SetBack): void {
    // All values come from `values`, so a moment is in ISO 8601 as well.
    const patch = settings as Patch;
    const names = namesIn(patch).map(words.field);
    const fields = format.list(names, { type: 'conjunction' });
    send(patch, seen, { onDone: () => say(t('setBack', { number: String(number), fields })) });
  }
  return { shown, update };
}

/** The change that lets stand what somebody else had set. */
function letting({ field, theirs }: Replaced): Patch {
  const own = field.startsWith('fields.') ? field.slice('fields.'.length) : null;
  return own ? { fields: { [own]: theirs } } : { [field]: theirs };
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
  seen: Seen,
) {
  return {
    ticketId,
    ...fields,
    ...(snoozedUntil !== undefined && { snoozedUntil: dateOf(snoozedUntil) }),
    ...(own && { fields: { ...own } }),
    ...(addTags && { addTags: [...addTags] }),
    ...(removeTags && { removeTags: [...removeTags] }),
    seen,
  };
}
