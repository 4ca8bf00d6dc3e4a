import { mayOnTicket } from '@/domain/permission/can';
import {
  type Callback,
  closeCallback,
  claimCallback as decideClaim,
  rescheduleCallback as decideReschedule,
  startAttempt,
} from '@/domain/phone/callback';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { PhoneFact } from '@/domain/ticket/phone-fact';
import { findCallback, saveCallback } from '@/features/phone/callback-rows';
import type { CallbackInput, ClaimInput, RescheduleInput } from '@/features/phone/inputs';
import { findTicketForCall, keepPhoneFacts } from '@/features/tickets/commands/place-call';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Changed = Readonly<{ callbackId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'callback.closed' | 'callback.window' }>;

/** Takes a callback, gives it to somebody, or gives it back. */
export function claimCallback(
  ctx: StaffContext,
  { callbackId, assigneeId }: ClaimInput,
): Promise<Result<Changed, Refused>> {
  return change(ctx, callbackId, async (callback, tx) => {
    const { workspaceId } = ctx;
    const isHere =
      assigneeId === null ||
      (await tx.membership.count({ where: { workspaceId, userId: assigneeId, deactivatedAt: null } })) > 0;
    return isHere ? without(decideClaim(callback, assigneeId)) : fail({ code: 'not_found' });
  });
}

/** Agrees on other hours; attempts already made still count. */
export function rescheduleCallback(
  ctx: StaffContext,
  { callbackId, window }: RescheduleInput,
): Promise<Result<Changed, Refused>> {
  return change(ctx, callbackId, async (callback) => {
    const decided = decideReschedule(callback, { window, at: ctx.now() });
    if (!decided.ok) return decided;
    const { windowStart, windowEnd } = decided.value;
    const hours = { windowStart: windowStart.toISOString(), windowEnd: windowEnd.toISOString() };
    return ok({ after: decided.value, facts: [{ type: 'callback.rescheduled', callbackId, ...hours }] });
  });
}

/** The customer wants it no more. */
export function cancelCallback(
  ctx: StaffContext,
  { callbackId }: CallbackInput,
): Promise<Result<Changed, Refused>> {
  return change(ctx, callbackId, async (callback) => {
    const decided = closeCallback(callback, { as: 'cancelled', at: ctx.now() });
    if (!decided.ok) return decided;
    return ok({
      after: decided.value,
      facts: [{ type: 'callback.closed', callbackId, outcome: 'cancelled' }],
    });
  });
}

/** Somebody dials: the others see it at once. */
export function startDialling(
  ctx: StaffContext,
  { callbackId }: CallbackInput,
): Promise<Result<Changed, Refused>> {
  return change(ctx, callbackId, async (callback) => without(startAttempt(callback, ctx.actor.id)));
}

type Decided = Readonly<{ after: Callback; facts: readonly PhoneFact[] }>;

const without = <Failure>(decided: Result<Callback, Failure>): Result<Decided, Failure> =>
  decided.ok ? ok({ after: decided.value, facts: [] }) : decided;

type Decide = (callback: Callback, tx: Tx) => Promise<Result<Decided, Refused>>;

function change(ctx: StaffContext, callbackId: string, decide: Decide): Promise<Result<Changed, Refused>> {
  return transaction(ctx, async (tx) => {
    const kept = await findCallback(tx, ctx, callbackId);
    const ticket = kept && (await findTicketForCall(tx, ctx, kept.ticketId));
    if (!kept || !ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket))
      return fail({ code: 'not_found' });
    const decided = await decide(kept.callback, tx);
    if (!decided.ok) return decided;
    const { after, facts } = decided.value;
    await saveCallback(tx, ctx, { after, version: kept.version });
    if (facts.length > 0) await keepPhoneFacts(tx, ctx, { ticket, facts });
    return ok({ callbackId });
  });
}
