import { mayOnTicket } from '@/domain/permission/can';
import type { PromiseMade } from '@/domain/promise/event';
import { isPromisable } from '@/domain/promise/promisable';
import type { PromiseSource } from '@/domain/promise/promise';
import { fail, ok, type Result } from '@/domain/shared/result';

import { isActive, type Ticket } from '@/domain/ticket/ticket';
import type { PromiseInput } from '@/features/promises/inputs';
import { noteFact, ticketForRule } from '@/features/tickets/commands/act-on-ticket';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { type Estimate, estimatePromise, withinHours } from './estimate-promise';

type Made = Readonly<{ promiseId: string; dueAt: Date; source: PromiseSource }>;
type Refused = Readonly<{ code: 'not_found' | 'ticket.closed' | 'promise.past' | 'promise.no_ground' }>;

/**
 * Writes down what the customer was told, by a call or elsewhere, or what the estimates say. It takes the place of the
 * promise of its kind. Fails on a ticket that is done, for a time that has passed or is more than a year away, and
 * where no time is named and nothing tells one.
 */
export function makePromise(ctx: StaffContext, input: PromiseInput): Promise<Result<Made, Refused>> {
  const { ticketId, about, text } = input;
  return transaction(ctx, async (tx) => {
    const ticket = await ticketForRule(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return fail({ code: 'not_found' });
    if (!isActive(ticket.status)) return fail({ code: 'ticket.closed' });
    const estimate = await timeOf(tx, ctx, { ticket, input });
    if (!estimate) return fail({ code: 'promise.no_ground' });
    if (!isPromisable(estimate.dueAt, ctx.now())) return fail({ code: 'promise.past' });
    const made = promiseMade(ctx, { estimate, about, text });
    await noteFact(tx, ctx, { ticket, event: made });
    return ok({ promiseId: made.promiseId, dueAt: estimate.dueAt, source: estimate.source });
  });
}

/** The time that is named, else what the estimates say. */
function timeOf(
  tx: Tx,
  ctx: StaffContext,
  { ticket, input }: Readonly<{ ticket: Ticket; input: PromiseInput }>,
): Promise<Estimate | null> | Estimate {
  const { dueAt, about } = input;
  return dueAt
    ? { dueAt, source: 'manual', sample: null, group: null }
    : estimatePromise(tx, ctx, { ticket, about });
}

type Promised = Readonly<{
  estimate: Estimate;
  about: PromiseInput['about'];
  text?: string;
  messageId?: string;
}>;

/** The fact that something was promised. */
export function promiseMade(
  ctx: Pick<Context, 'newId'>,
  { estimate, about, text = '', messageId }: Promised,
): PromiseMade {
  const { dueAt, source, sample, group } = estimate;
  const told = { text, messageId: messageId ?? null, sample, group };
  return { type: 'promise.made', promiseId: ctx.newId(), about, dueAt: dueAt.toISOString(), source, ...told };
}

type ByRule = Readonly<{ ticket: Ticket; about: PromiseInput['about']; hours: number | null }>;

/** What a rule promises: within so many working hours, or as the estimates say. False where nothing tells a time. */
export async function promiseByRule(
  tx: Tx,
  ctx: Context,
  { ticket, about, hours }: ByRule,
): Promise<boolean> {
  const estimate =
    hours === null ? await estimatePromise(tx, ctx, { ticket, about }) : await withinHours(tx, ctx, hours);
  if (!estimate) return false;
  await noteFact(tx, ctx, { ticket, event: promiseMade(ctx, { estimate, about }) });
  return true;
}
