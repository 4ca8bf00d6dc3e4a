import { phoneNumber } from '@/channels/lib/phone-number';
import { mayOnTicket } from '@/domain/permission/can';
import { type Callback, requestCallback as decideCallback, type Window } from '@/domain/phone/callback';
import { codeWord } from '@/domain/phone/code-word';
import { fail, ok, type Result } from '@/domain/shared/result';
import { isTimeZone } from '@/domain/shared/time-zone';
import type { Ticket } from '@/domain/ticket/ticket';
import { openCallbackTicket } from '@/features/phone/open-callback-ticket';
import { phoneSettings, staffed } from '@/features/phone/settings';
import { findTicketForCall, keepPhoneFacts } from '@/features/tickets/commands/place-call';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, callsTopic } from '@/server/live/announce';

type CallbackSource = 'hand' | 'chat' | 'portal' | 'api' | 'voicemail' | 'missed' | 'menu';

/** What is asked for. Of ticket and customer one is enough; a customer without ticket gets a new one. */
export type CallbackRequest = Readonly<{
  ticketId?: string | null;
  customerId?: string | null;
  /** As it was typed; without a country code it belongs to the workspace's country. */
  number: string;
  /** Null: as soon as somebody is there. */
  window?: Window | null;
  note?: string;
  language?: string | null;
  /** Where the customer reads the clock; null: as their profile says, else as the workspace does. */
  timeZone?: string | null;
  source?: CallbackSource;
  /** Who is to call; null: whoever takes it. */
  assigneeId?: string | null;
  /** Asking twice with the same key is asking once. */
  uniqueKey?: string | null;
}>;

export type CallbackAsked = Readonly<{
  callbackId: string;
  ticketId: string;
  /** What the customer may say to be recognised. */
  codeWord: string;
  windowStart: Date;
  windowEnd: Date;
}>;

type Refused = Readonly<{
  code: 'not_found' | 'callback.window' | 'phone.number_invalid' | 'phone.do_not_call';
}>;

/** Notes that we owe somebody a call. On a closed ticket as well: it is about the same matter. */
export function requestCallback(
  ctx: Context,
  request: CallbackRequest,
): Promise<Result<CallbackAsked, Refused>> {
  return transaction(ctx, (tx) => requestCallbackIn(tx, ctx, request));
}

/** The same within another command's transaction. */
export async function requestCallbackIn(
  tx: Tx,
  ctx: Context,
  request: CallbackRequest,
): Promise<Result<CallbackAsked, Refused>> {
  const before = await askedBefore(tx, ctx, request.uniqueKey);
  if (before) return ok(before);
  const settings = await phoneSettings(tx, ctx);
  const number = phoneNumber(request.number, settings.country);
  if (!number) return fail({ code: 'phone.number_invalid' });
  if (await isBarred(tx, ctx, number)) return fail({ code: 'phone.do_not_call' });
  const where = await customerOf(tx, ctx, request);
  if (!where) return fail({ code: 'not_found' });
  const decided = decideCallback({
    id: ctx.newId(),
    window: request.window ?? (await soonest(tx, ctx)),
    timeZone: zoneOf(request, where),
    maxAttempts: settings.callbackAttempts,
    at: ctx.now(),
  });
  return decided.ok ? ok(await keep(tx, ctx, { request, where, number, callback: decided.value })) : decided;
}

type Keeping = Readonly<{ request: CallbackRequest; where: Where; number: string; callback: Callback }>;

async function keep(
  tx: Tx,
  ctx: Context,
  { request, where, number, callback }: Keeping,
): Promise<CallbackAsked> {
  const { workspaceId, actor } = ctx;
  const ticket = where.ticket ?? (await openCallbackTicket(tx, ctx, { ...request, ...where, number }));
  const word = codeWord(callback.id);
  const { note = '', source = 'hand', uniqueKey = null, assigneeId = null, language } = request;
  await tx.callback.createMany({
    data: [
      {
        ...callback,
        ...{ workspaceId, number, source, uniqueKey, assigneeId },
        ticketId: ticket.id,
        customerId: where.customerId,
        language: language ?? ticket.language ?? where.locale,
        note: note.slice(0, 2000),
        codeWord: word,
        teamId: ticket.teamId,
        createdById: actor.kind === 'user' ? actor.id : null,
        createdAt: ctx.now(),
      },
    ],
  });
  await tell(tx, ctx, { ticketId: ticket.id, callback });
  const { id: callbackId, windowStart, windowEnd } = callback;
  return { callbackId, ticketId: ticket.id, codeWord: word, windowStart, windowEnd };
}

async function tell(
  tx: Tx,
  ctx: Context,
  { ticketId, callback }: Readonly<{ ticketId: string; callback: Callback }>,
): Promise<void> {
  const ticket = await findTicketForCall(tx, ctx, ticketId);
  if (!ticket) throw new Error(`ticket ${ticketId} of a callback is gone`);
  const hours = {
    windowStart: callback.windowStart.toISOString(),
    windowEnd: callback.windowEnd.toISOString(),
  };
  const facts = [{ type: 'callback.requested', callbackId: callback.id, ...hours } as const];
  await keepPhoneFacts(tx, ctx, { ticket, facts });
  await announce(tx, [callsTopic(ctx.workspaceId)]);
}

async function askedBefore(
  tx: Tx,
  ctx: Context,
  key: string | null | undefined,
): Promise<CallbackAsked | null> {
  if (!key) return null;
  const row = await tx.callback.findFirst({
    where: { workspaceId: ctx.workspaceId, uniqueKey: key },
    select: { id: true, ticketId: true, codeWord: true, windowStart: true, windowEnd: true },
  });
  if (!row) return null;
  const { id, ...rest } = row;
  return { ...rest, callbackId: id };
}

async function isBarred(tx: Tx, { workspaceId }: Context, number: string): Promise<boolean> {
  return (await tx.doNotCall.count({ where: { workspaceId, number } })) > 0;
}

type Where = Readonly<{
  ticket: Ticket | null;
  customerId: string;
  locale: string | null;
  timeZone: string | null;
  workspaceZone: string;
}>;

async function customerOf(tx: Tx, ctx: Context, request: CallbackRequest): Promise<Where | null> {
  const { workspaceId } = ctx;
  const ticket = request.ticketId ? await findTicketForCall(tx, ctx, request.ticketId) : null;
  if (request.ticketId && !(ticket && maySpeakFor(ctx, ticket))) return null;
  const customerId = request.customerId ?? ticket?.requesterId;
  if (!customerId) return null;
  const customer = await tx.customer.findFirst({
    where: { workspaceId, id: customerId },
    select: { locale: true, timeZone: true, workspace: { select: { timeZone: true } } },
  });
  if (!customer) return null;
  const { workspace, ...known } = customer;
  return { ...known, ticket, customerId, workspaceZone: workspace.timeZone };
}

/** A customer speaks for their own ticket; people and the product as their permissions say. */
function maySpeakFor({ actor }: Context, ticket: Ticket): boolean {
  return mayOnTicket(actor, actor.kind === 'customer' ? 'ticket.read' : 'ticket.note', ticket);
}

function zoneOf({ timeZone }: CallbackRequest, where: Where): string {
  const wanted = [timeZone, where.timeZone].find((zone) => zone && isTimeZone(zone));
  return wanted ?? where.workspaceZone;
}

const SOON_MS = 60 * 60_000;

/** An hour from now, or from when somebody is there. */
async function soonest(tx: Tx, ctx: Context): Promise<Window> {
  const start = (await staffed(tx, ctx)).from(ctx.now());
  return { start, end: new Date(start.getTime() + SOON_MS) };
}
