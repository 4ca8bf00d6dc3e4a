import { readablePhone } from '@/channels/lib/phone-number';
import { type CallCompletion, wasAnswered } from '@/domain/phone/call';
import type { MessageAuthor, Ticket } from '@/domain/ticket/ticket';
import {
  findTicketForCall,
  openTicketWithCall,
  placeCallOnTicket,
} from '@/features/tickets/commands/place-call';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { callMessage } from './call-message';
import { customerOfNumber } from './customer-number';

export type EndedCall = Readonly<{
  id: string;
  direction: 'inbound' | 'outbound' | 'internal';
  completion: CallCompletion;
  talkSeconds: number;
  startedAt: Date;
  /** The customer's number, E.164 where it is one; empty when withheld. */
  number: string;
  customerId: string | null;
  /** Where it belongs, when somebody has said so. */
  ticketId: string | null;
  /** It opens a ticket of its own, whatever else there is. */
  newTicket: boolean;
  agent: Readonly<{ id: string; name: string }> | null;
  teamId: string | null;
  channelAccountId: string | null;
  attachmentIds: readonly string[];
  /** For a new ticket; null: made of what happened. */
  subject: string | null;
  /** For a new customer. */
  name: string;
  country: string;
}>;

export type PlacedCall = Readonly<{
  ticketId: string;
  messageId: string;
  customerId: string;
  number: number;
}>;

/** Another call within so many days belongs to the same matter. */
const SAME_MATTER_MS = 3 * 86_400_000;

/**
 * Puts a call that has ended on a ticket: the one that was chosen, the one of the callback that we owe, the customer's open
 * one that began or went on by phone within three days, or a new one. A caller who withheld their number gets a customer of
 * their own.
 */
export async function placeCall(tx: Tx, ctx: Context, call: EndedCall): Promise<PlacedCall> {
  const locale = await localeOf(tx, ctx);
  const chosen = await ticketOf(tx, ctx, call.ticketId);
  const customer = await customerOf(tx, ctx, { call, chosen, locale });
  const ticket = chosen ?? (call.newTicket ? null : await matterOf(tx, ctx, customer.id, call));
  const message = await callMessage({
    ...call,
    id: ctx.newId(),
    author: authorOf(call, customer),
    locale,
  });
  const spoken = {
    callId: call.id,
    message,
    answered: wasAnswered(call.completion),
    by: ctx.actor,
    at: ctx.now(),
  };
  if (ticket && ticket.status !== 'closed') {
    await placeCallOnTicket(tx, ctx, { ticket, call: spoken });
    return { ticketId: ticket.id, messageId: message.id, customerId: customer.id, number: ticket.number };
  }
  const opened = await openTicketWithCall(tx, ctx, {
    opening: await openingOf(ctx, { call, customer, locale, after: ticket }),
    call: spoken,
  });
  return { ticketId: opened.id, messageId: message.id, customerId: customer.id, number: opened.number };
}

type Named = Readonly<{ id: string; displayName: string; locale: string | null }>;

function authorOf({ direction, agent, number }: EndedCall, customer: Named): MessageAuthor {
  if (direction === 'inbound') {
    return { kind: 'customer', id: customer.id, name: customer.displayName, address: number };
  }
  return agent
    ? { kind: 'user', id: agent.id, name: agent.name, address: '' }
    : { kind: 'user', id: null, name: '', address: '' };
}

/** The workspace's language, in which calls are written down. */
export async function localeOf(tx: Tx, { workspaceId }: Context): Promise<string> {
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true },
  });
  return locale;
}

const ticketOf = async (tx: Tx, ctx: Context, id: string | null): Promise<Ticket | null> =>
  id === null ? null : findTicketForCall(tx, ctx, id);

type Whose = Readonly<{ call: EndedCall; chosen: Ticket | null; locale: string }>;

async function customerOf(tx: Tx, ctx: Context, { call, chosen, locale }: Whose): Promise<Named> {
  const id = call.customerId ?? chosen?.requesterId;
  const select = { id: true, displayName: true, locale: true } as const;
  if (id) {
    const known = await tx.customer.findFirst({ where: { workspaceId: ctx.workspaceId, id }, select });
    if (known) return known;
  }
  const t = await translator(locale, 'phone');
  const name = call.name || (call.number ? readablePhone(call.number) : t('unknownCaller'));
  if (!call.number) return nameless(tx, ctx, name);
  return customerOfNumber(tx, ctx, { number: call.number, name, country: call.country, locale: null });
}

/** A caller without a number: known by what the agent asks them. */
async function nameless(tx: Tx, ctx: Context, displayName: string): Promise<Named> {
  const customer = { id: ctx.newId(), displayName, locale: null };
  await tx.customer.createMany({ data: [{ ...customer, workspaceId: ctx.workspaceId }] });
  return customer;
}

async function matterOf(
  tx: Tx,
  ctx: Context,
  ...[customerId, { number }]: [string, EndedCall]
): Promise<Ticket | null> {
  const { workspaceId } = ctx;
  const owed = await tx.callback.findFirst({
    where: { workspaceId, customerId, open: true, ...(number && { number }) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { ticketId: true },
  });
  if (owed) return findTicketForCall(tx, ctx, owed.ticketId);
  const recent = await tx.ticket.findFirst({
    where: {
      workspaceId,
      requesterId: customerId,
      active: true,
      channel: 'phone',
      activityAt: { gt: new Date(ctx.now().getTime() - SAME_MATTER_MS) },
    },
    orderBy: [{ activityAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return recent ? findTicketForCall(tx, ctx, recent.id) : null;
}

type Opening = Readonly<{ call: EndedCall; customer: Named; locale: string; after: Ticket | null }>;

/** What a ticket is called that begins with a call, by what the call came to. */
export async function subjectOfCall(
  { direction, completion, number }: Pick<EndedCall, 'direction' | 'completion' | 'number'>,
  { customerName, locale }: Readonly<{ customerName: string; locale: string }>,
): Promise<string> {
  const t = await translator(locale, 'phone');
  const who = customerName || readablePhone(number);
  const missed = direction === 'inbound' && !wasAnswered(completion);
  const kind = missed ? 'missed' : 'call';
  return t(`subject.${completion === 'voicemail' || completion === 'callback' ? completion : kind}`, { who });
}

async function openingOf(ctx: Context, { call, customer, locale, after }: Opening) {
  const customerName = customer.displayName;
  return {
    id: ctx.newId(),
    subject: call.subject || (await subjectOfCall(call, { customerName, locale })),
    channel: 'phone' as const,
    channelAccountId: call.channelAccountId,
    requesterId: customer.id,
    teamId: call.teamId,
    assigneeId: wasAnswered(call.completion) ? (call.agent?.id ?? null) : null,
    language: customer.locale,
    followUpOfId: after?.id ?? null,
    spam: false,
  };
}
