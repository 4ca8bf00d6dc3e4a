import { mayOnTicket } from '@/domain/permission/can';
import {
  type AttemptOutcome,
  recordAttempt as decideAttempt,
  isOpen,
  stopAttempt,
} from '@/domain/phone/callback';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { PhoneFact } from '@/domain/ticket/phone-fact';
import type { Ticket } from '@/domain/ticket/ticket';
import { findCallback, type KeptCallback, saveCallback } from '@/features/phone/callback-rows';
import type { AttemptInput } from '@/features/phone/inputs';
import { phoneSettings, staffed } from '@/features/phone/settings';
import { findTicketForCall, keepPhoneFacts } from '@/features/tickets/commands/place-call';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Recorded = Readonly<{ callbackId: string; attempts: number; status: string }>;
type Refused = Readonly<{ code: 'not_found' | 'callback.closed' }>;

/** Notes what one attempt to call back came to; it is tried again until it is done or failed. */
export function recordAttempt(ctx: StaffContext, input: AttemptInput): Promise<Result<Recorded, Refused>> {
  return transaction(ctx, (tx) => recordAttemptIn(tx, ctx, input));
}

/** The same within another command's transaction. */
export async function recordAttemptIn(
  tx: Tx,
  ctx: StaffContext,
  { callbackId, outcome, note }: AttemptInput,
): Promise<Result<Recorded, Refused>> {
  const kept = await findCallback(tx, ctx, callbackId);
  const ticket = kept && (await findTicketForCall(tx, ctx, kept.ticketId));
  if (!kept || !ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
  return keepAttempt(tx, ctx, { kept, ticket, outcome, note, agentId: ctx.actor.id });
}

/** What a telephone system told of a call that was made for a callback. */
type Called = Readonly<{
  callbackId: string;
  agentId: string | null;
  /** Null: the customer was never rung, such as when the agent's own telephone was not picked up. */
  outcome: AttemptOutcome | null;
  /** Something of this call was noted before it was known what it came to: that is put right. */
  wasSettled: boolean;
}>;

/**
 * Notes what a call came to that the telephone system made for a callback: nobody has to write it down again. A callback that
 * somebody has closed meanwhile stays as it is; one whose customer was never rung waits on, and no attempt is counted.
 */
export async function recordCalled(
  tx: Tx,
  ctx: Context,
  { callbackId, agentId, outcome, wasSettled }: Called,
): Promise<void> {
  const found = await findCallback(tx, ctx, callbackId);
  const kept = found && wasSettled ? await withoutLastAttempt(tx, ctx, found) : found;
  const ticket = kept && (await findTicketForCall(tx, ctx, kept.ticketId));
  if (!kept || !ticket || !isOpen(kept.callback.status)) return;
  if (outcome !== null) await keepAttempt(tx, ctx, { kept, ticket, outcome, note: '', agentId });
  else await saveCallback(tx, ctx, { after: stopAttempt(kept.callback), version: kept.version });
}

/** As if its last attempt had not been noted, which was that of the same call; none may have been counted. */
async function withoutLastAttempt(
  tx: Tx,
  { workspaceId }: Context,
  kept: KeptCallback,
): Promise<KeptCallback> {
  const { id: callbackId, attempts } = kept.callback;
  if (!isOpen(kept.callback.status)) return kept;
  const { count } = await tx.callbackAttempt.deleteMany({
    where: { workspaceId, callbackId, number: attempts, outcome: { in: ['no_answer', 'failed'] }, note: '' },
  });
  return count === 0 ? kept : { ...kept, callback: { ...kept.callback, attempts: attempts - count } };
}

type Attempt = Readonly<{
  kept: KeptCallback;
  ticket: Ticket;
  outcome: AttemptOutcome;
  note: string;
  agentId: string | null;
}>;

async function keepAttempt(
  tx: Tx,
  ctx: Context,
  { kept, ticket, outcome, note, agentId }: Attempt,
): Promise<Result<Recorded, Refused>> {
  const callbackId = kept.callback.id;
  const [{ callbackSpacing }, hours] = [await phoneSettings(tx, ctx), await staffed(tx, ctx)];
  const decided = decideAttempt(kept.callback, {
    outcome,
    at: ctx.now(),
    spacingMinutes: callbackSpacing,
    isStaffed: hours.during,
  });
  if (!decided.ok) return decided;
  const after = decided.value;
  await tx.callbackAttempt.createMany({
    data: [
      {
        workspaceId: ctx.workspaceId,
        id: ctx.newId(),
        callbackId,
        number: after.attempts,
        agentId,
        at: ctx.now(),
        outcome,
        note,
      },
    ],
  });
  await saveCallback(tx, ctx, { after, version: kept.version });
  await keepPhoneFacts(tx, ctx, { ticket, facts: factsOf(callbackId, after, outcome) });
  return ok({ callbackId, attempts: after.attempts, status: after.status });
}

function factsOf(
  callbackId: string,
  after: Readonly<{ attempts: number; status: string }>,
  outcome: AttemptOutcome,
): PhoneFact[] {
  const attempted = { type: 'callback.attempted', callbackId, attempt: after.attempts, outcome } as const;
  const isOver = !isOpen(after.status as 'done');
  return isOver ? [attempted, { type: 'callback.closed', callbackId, outcome: after.status }] : [attempted];
}
