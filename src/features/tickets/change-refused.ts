import { fieldNames, type MissingField } from '@/domain/field/field';
import type { Problem, Result } from '@/domain/shared/result';
import { fail } from '@/domain/shared/result';
import type { TicketChange } from '@/domain/ticket/ticket';
import { openItems } from '@/features/checklists/commands/open-items';
import { fieldsMissingToSolve } from '@/features/fields/commands/missing-fields';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** `missing` are the fields that have to be filled in first, or the items of checklists that have to be ticked off. */
export type FieldsMissing = Readonly<{
  code: 'ticket.fields_missing' | 'ticket.checklist_open';
  missing: readonly MissingField[];
}>;

/** The store does not take this change; nothing of it is written. */
class ChangeRefused extends Error {
  readonly problem: FieldsMissing;

  constructor(problem: FieldsMissing) {
    super(`refused: ${fieldNames(problem.missing, 'en')}`);
    this.problem = problem;
  }
}

const TOUCHING = ['ticket.status_changed', 'ticket.type_changed', 'ticket.field_changed'];
/** Events of changes that only go back to what was. */
const UNDOING = ['message.cancelled', 'ticket.unmerged'];

/**
 * Throws `ChangeRefused` when the change leaves a ticket solved without the fields that solving asks for, or with a required checklist open. A customer, who may
 * not even see them, is not asked; nor is a ticket that goes back to how it was.
 */
export async function refuseUnfilled(
  tx: Tx,
  ctx: Context,
  { before, after, events }: TicketChange,
): Promise<void> {
  if (after.status !== 'solved' || ctx.actor.kind === 'customer') return;
  const has = (types: readonly string[]) => events.some(({ type }) => types.includes(type));
  if (before.version > 0 && (!has(TOUCHING) || has(UNDOING))) return;
  const solvedBefore = before.version > 0 && before.status === 'solved' ? before : null;
  const missing = await fieldsMissingToSolve(tx, ctx, { after, solvedBefore });
  if (missing.length > 0) throw new ChangeRefused({ code: 'ticket.fields_missing', missing });
  if (!solvedBefore) await refuseUnticked(tx, ctx, after.id);
}

async function refuseUnticked(tx: Tx, ctx: Context, ticketId: string): Promise<void> {
  const missing = await openItems(tx, ctx, ticketId);
  if (missing.length > 0) throw new ChangeRefused({ code: 'ticket.checklist_open', missing });
}

/** What a command gives, or why the store did not take its change. */
export async function orRefused<Value, Failure extends Problem>(
  work: Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | FieldsMissing>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ChangeRefused) return fail(error.problem);
    throw error;
  }
}
