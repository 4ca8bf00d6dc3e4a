import type { Problem, Result } from '@/domain/shared/result';
import { fail } from '@/domain/shared/result';
import type { TicketChange } from '@/domain/ticket/ticket';
import { fieldsMissingToSolve } from '@/features/fields/commands/missing-to-solve';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** `missing` are the short names of the fields that have to be filled in first. */
export type FieldsMissing = Readonly<{ code: 'ticket.fields_missing'; missing: readonly string[] }>;

/** The store does not take this change; nothing of it is written. */
class ChangeRefused extends Error {
  readonly problem: FieldsMissing;

  constructor(problem: FieldsMissing) {
    super(`refused: ${problem.missing.join(', ')}`);
    this.problem = problem;
  }
}

/** Throws `ChangeRefused` when the change leaves a ticket solved without the fields that solving asks for. */
export async function refuseUnfilled(
  tx: Tx,
  ctx: Context,
  { before, after, events }: TicketChange,
): Promise<void> {
  if (after.status !== 'solved') return;
  const touched = ['ticket.status_changed', 'ticket.type_changed', 'ticket.field_changed'];
  if (before.version > 0 && !events.some(({ type }) => touched.includes(type))) return;
  const missing = await fieldsMissingToSolve(tx, ctx, after);
  if (missing.length > 0) throw new ChangeRefused({ code: 'ticket.fields_missing', missing });
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
