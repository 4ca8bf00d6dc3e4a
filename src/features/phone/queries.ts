import 'server-only';
import { readablePhone } from '@/channels/lib/phone-number';
import type { CallCompletion, CallDirection, CallStatus } from '@/domain/phone/call';
import type { StaffContext } from '@/server/context';
import { type PhoneAccountForm, phoneAccounts } from './queries-admin';

export type PhoneLine = PhoneAccountForm;

/** The telephone lines of the workspace with their settings and without secrets of others, or the one with this id. */
export const listPhoneLines = (ctx: StaffContext, id?: string): Promise<PhoneLine[]> =>
  phoneAccounts(ctx, id);

/** A call as its card shows it. */
export type CallCard = Readonly<{
  id: string;
  provider: string;
  direction: CallDirection;
  status: CallStatus;
  completion: CallCompletion | null;
  /** The customer's number as people read it; empty when withheld. */
  number: string;
  ticketId: string | null;
  messageId: string | null;
  agentId: string | null;
  agent: string | null;
  startedAt: Date;
  endedAt: Date | null;
  waitSeconds: number;
  talkSeconds: number;
  holdSeconds: number;
  wrapUpSeconds: number;
  wrapUpUntil: Date | null;
  wrapUpEndedAt: Date | null;
  wrapUpExtended: boolean;
  dispositionId: string | null;
  disposition: string | null;
  note: string;
  transcript: string;
  recordingState: 'awaited' | 'stored' | 'absent' | 'failed' | 'expired' | null;
  recordingSeconds: number | null;
  recordingUntil: Date | null;
  recordingConsent: 'announced' | 'opted_in' | 'opted_out' | 'never' | null;
}>;

/** The columns of a card. */
export const card = {
  id: true,
  provider: true,
  direction: true,
  status: true,
  completion: true,
  fromNumber: true,
  toNumber: true,
  ticketId: true,
  messageId: true,
  agentId: true,
  agent: { select: { user: { select: { name: true } } } },
  startedAt: true,
  endedAt: true,
  waitSeconds: true,
  talkSeconds: true,
  holdSeconds: true,
  wrapUpSeconds: true,
  wrapUpUntil: true,
  wrapUpEndedAt: true,
  wrapUpExtended: true,
  dispositionId: true,
  disposition: { select: { name: true } },
  note: true,
  transcript: true,
  recordingState: true,
  recordingSeconds: true,
  recordingUntil: true,
  recordingConsent: true,
} as const;

type Row = Omit<CallCard, 'number' | 'agent' | 'disposition'> &
  Readonly<{
    fromNumber: string;
    toNumber: string;
    agent: Readonly<{ user: Readonly<{ name: string }> }> | null;
    disposition: Readonly<{ name: string }> | null;
  }>;

/** A row as a card. */
export function cardOf({ fromNumber, toNumber, agent, disposition, ...row }: Row): CallCard {
  const number = row.direction === 'outbound' ? toNumber : fromNumber;
  return {
    ...row,
    number: number && readablePhone(number),
    agent: agent?.user.name ?? null,
    disposition: disposition?.name ?? null,
  };
}

const MOST_CALLS = 200;

/** The calls of a ticket that the caller may see, newest first. */
export async function listCallsOfTicket(
  { db, workspaceId }: StaffContext,
  ticketId: string,
): Promise<CallCard[]> {
  const rows = await db.callLog.findMany({
    where: { workspaceId, ticketId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: MOST_CALLS,
    select: card,
  });
  return rows.map(cardOf);
}

export type DispositionChoice = Readonly<{ id: string; name: string }>;

/** What calls can come to, in the workspace's own order. */
export function listDispositions({ db, workspaceId }: StaffContext): Promise<DispositionChoice[]> {
  return db.callDisposition.findMany({
    where: { workspaceId, active: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  });
}

/** A call that we owe, as the agenda shows it. */
export type CallbackRow = Readonly<{
  id: string;
  status: string;
  number: string;
  /** E.164 */
  dialled: string;
  windowStart: Date;
  windowEnd: Date;
  timeZone: string;
  notBefore: Date;
  dueAt: Date;
  attempts: number;
  maxAttempts: number;
  note: string;
  source: string;
  codeWord: string;
  language: string | null;
  closedAt: Date | null;
  assignee: Readonly<{ id: string; name: string }> | null;
  customer: Readonly<{ id: string; name: string }>;
  ticket: Readonly<{ id: string; number: number; subject: string }>;
  tries: readonly Readonly<{
    number: number;
    at: Date;
    outcome: string;
    note: string;
    agent: string | null;
  }>[];
}>;

const agendaRow = {
  id: true,
  status: true,
  number: true,
  windowStart: true,
  windowEnd: true,
  timeZone: true,
  notBefore: true,
  dueAt: true,
  attempts: true,
  maxAttempts: true,
  note: true,
  source: true,
  codeWord: true,
  language: true,
  closedAt: true,
  assignee: { select: { userId: true, user: { select: { name: true } } } },
  customer: { select: { id: true, displayName: true } },
  ticket: { select: { id: true, number: true, subject: true } },
  tries: {
    orderBy: { number: 'asc' },
    take: 20,
    select: {
      number: true,
      at: true,
      outcome: true,
      note: true,
      agent: { select: { user: { select: { name: true } } } },
    },
  },
} as const;

export type AgendaFilter = 'open' | 'mine' | 'unclaimed' | 'closed';

const PAGE = 100;

/** What the actor may see of tickets, as a condition. */
function visible({ actor }: StaffContext) {
  if (actor.scope === 'all') return {};
  const mine = { assigneeId: actor.id ?? '00000000-0000-0000-0000-000000000000' };
  if (actor.scope === 'own') return { ticket: mine };
  return { ticket: { OR: [mine, { teamId: null }, { teamId: { in: [...actor.teamIds] } }] } };
}

const CHOICES = {
  open: () => ({ open: true }),
  mine: ({ actor }: StaffContext) => ({ open: true, assigneeId: actor.id }),
  unclaimed: () => ({ open: true, assigneeId: null }),
  closed: () => ({ open: false }),
} as const satisfies Record<AgendaFilter, (ctx: StaffContext) => object>;

/** The calls that we owe in the order in which they are due; or those that are over, the newest first. At most 100. */
export async function listAgenda(ctx: StaffContext, filter: AgendaFilter): Promise<CallbackRow[]> {
  const rows = await ctx.db.callback.findMany({
    where: { workspaceId: ctx.workspaceId, ...CHOICES[filter](ctx), ...visible(ctx) },
    orderBy: filter === 'closed' ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
    take: PAGE,
    select: agendaRow,
  });
  return rows.map(agendaRowOf);
}

/** The callbacks of a ticket, open ones first. */
export async function listCallbacksOfTicket(ctx: StaffContext, ticketId: string): Promise<CallbackRow[]> {
  const rows = await ctx.db.callback.findMany({
    where: { workspaceId: ctx.workspaceId, ticketId },
    orderBy: [{ open: 'desc' }, { createdAt: 'desc' }],
    take: 20,
    select: agendaRow,
  });
  return rows.map(agendaRowOf);
}

/** One callback that the caller may see, or null. */
export async function getCallback(ctx: StaffContext, id: string): Promise<CallbackRow | null> {
  const row = await ctx.db.callback.findFirst({
    where: { workspaceId: ctx.workspaceId, id, ...visible(ctx) },
    select: agendaRow,
  });
  return row && agendaRowOf(row);
}

type AgendaDbRow = Omit<CallbackRow, 'dialled' | 'assignee' | 'customer' | 'tries'> &
  Readonly<{
    assignee: Readonly<{ userId: string; user: Readonly<{ name: string }> }> | null;
    customer: Readonly<{ id: string; displayName: string }>;
    tries: readonly Readonly<{
      number: number;
      at: Date;
      outcome: string;
      note: string;
      agent: Readonly<{ user: Readonly<{ name: string }> }> | null;
    }>[];
  }>;

function agendaRowOf({ assignee, customer, tries, number, ...row }: AgendaDbRow): CallbackRow {
  return {
    ...row,
    number: readablePhone(number),
    dialled: number,
    assignee: assignee && { id: assignee.userId, name: assignee.user.name },
    customer: { id: customer.id, name: customer.displayName },
    tries: tries.map(({ agent, ...each }) => ({ ...each, agent: agent?.user.name ?? null })),
  };
}

type CallPlace = Readonly<{ by: string | number; id: string }>;

/** The calls whose tickets the caller may see, newest first, from `after` on; one more than `limit` tells that there are more. */
export async function listCalls(
  ctx: StaffContext,
  { limit, after, ticketId }: Readonly<{ limit: number; after: CallPlace | null; ticketId: string | null }>,
): Promise<CallCard[]> {
  const place = after && { at: new Date(after.by), id: after.id };
  const rows = await ctx.db.callLog.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...visible(ctx),
      ...(ticketId && { ticketId }),
      ...(place && {
        AND: [{ OR: [{ startedAt: { lt: place.at } }, { startedAt: place.at, id: { lt: place.id } }] }],
      }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: card,
  });
  return rows.map(cardOf);
}

/** One call whose ticket the caller may see, or null. */
export async function getCall(ctx: StaffContext, id: string): Promise<CallCard | null> {
  const row = await ctx.db.callLog.findFirst({
    where: { workspaceId: ctx.workspaceId, id, ...visible(ctx) },
    select: card,
  });
  return row && cardOf(row);
}
