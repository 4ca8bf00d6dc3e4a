import 'server-only';
import { may, mayOnTicket } from '@/domain/permission/can';
import { type HandOver, handOver } from '@/domain/phone/hand-over';
import { promisesOwed } from '@/features/promises/queries';
import type { StaffContext } from '@/server/context';
import { saidOn, triedOn } from './hand-over-rows';
import { type CallCard, card, cardOf } from './queries';
import { type PhoneSettings, phoneSettings } from './settings';

/** A call that rings now or that somebody is still busy with, as the pop-up shows it. */
export type LiveCall = CallCard &
  Readonly<{
    customer: Readonly<{ id: string; name: string }> | null;
    ticketNumber: number | null;
  }>;

const RINGS_FOR_MS = 2 * 3_600_000;

/**
 * What rings for this person: calls of their own, and those that nobody has taken yet; and their call of which the after-call
 * work still runs.
 */
export async function listLiveCalls({ db, workspaceId, actor, now }: StaffContext): Promise<LiveCall[]> {
  if (!may(actor, 'ticket.reply') || !actor.id) return [];
  const at = now();
  const since = new Date(at.getTime() - RINGS_FOR_MS);
  const rows = await db.callLog.findMany({
    where: {
      workspaceId,
      startedAt: { gt: since },
      OR: [
        {
          status: { not: 'ended' },
          OR: [{ agentId: actor.id }, { agentId: null, direction: 'inbound', blockedWhy: null }],
        },
        { agentId: actor.id, wrapUpUntil: { gt: at }, wrapUpEndedAt: null },
      ],
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: 4,
    select: {
      ...card,
      customer: { select: { id: true, displayName: true } },
      ticket: { select: { number: true, teamId: true, assigneeId: true, requesterId: true } },
    },
  });
  return rows
    .filter(({ ticket }) => ticket === null || mayOnTicket(actor, 'ticket.read', ticket))
    .map(({ customer, ticket, ...row }) => ({
      ...cardOf(row),
      customer: customer && { id: customer.id, name: customer.displayName },
      ticketNumber: ticket?.number ?? null,
    }));
}

/** What an agent reads before dialling; null when they may not see the ticket. */
export async function getHandOver(ctx: StaffContext, ticketId: string): Promise<HandOver | null> {
  const { db, workspaceId, actor } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { requesterId: true, assigneeId: true, teamId: true },
  });
  if (!ticket || !mayOnTicket(actor, 'ticket.read', ticket)) return null;
  return (await getHandOvers(ctx, [ticketId]))[ticketId] ?? null;
}

/** The same for several tickets, of which the caller knows that they may be seen, by three questions; by their ids. */
export async function getHandOvers(
  ctx: StaffContext,
  ticketIds: readonly string[],
): Promise<Readonly<Record<string, HandOver>>> {
  if (ticketIds.length === 0) return {};
  const [said, tried, promises] = await Promise.all([
    saidOn(ctx, ticketIds),
    triedOn(ctx, ticketIds),
    promisesOwed(ctx, ticketIds),
  ]);
  const of = <Row extends Readonly<{ ticketId: string }>>(rows: readonly Row[], id: string) =>
    rows.filter(({ ticketId }) => ticketId === id);
  return Object.fromEntries(
    ticketIds.map((id) => [
      id,
      handOver({
        said: of(said, id),
        tried: of(tried, id),
        owed: of(promises, id).map(({ by, promisedAt, ...rest }) => ({
          ...rest,
          author: by,
          at: promisedAt,
        })),
      }),
    ]),
  );
}

/** Handle time of today's calls in this workspace, in seconds (contracts G.7). */
export type PhoneDay = Readonly<{ handled: number; missed: number; averageHandleSeconds: number | null }>;

/** How the telephones went since an instant. */
export async function getPhoneDay({ db, workspaceId }: StaffContext, since: Date): Promise<PhoneDay> {
  const [row] = await db.$queryRaw<{ handled: number; missed: number; average: number | null }[]>`
    select count(*) filter (where completion = 'completed')::int as handled,
      count(*) filter (where direction = 'inbound' and completion <> 'completed' and "blockedWhy" is null)::int as missed,
      round(avg("talkSeconds" + "holdSeconds" + "wrapUpSeconds") filter (where completion = 'completed'))::int as average
    from "CallLog" where "workspaceId" = ${workspaceId}::uuid and "startedAt" >= ${since} and status = 'ended'`;
  return { handled: row?.handled ?? 0, missed: row?.missed ?? 0, averageHandleSeconds: row?.average ?? null };
}

/** How this workspace handles calls, for its screens. */
export const getPhoneSettings = (ctx: StaffContext): Promise<PhoneSettings> => phoneSettings(ctx.db, ctx);

/** The file of a call's recording for whoever may see its ticket; null for everybody else. */
export async function findRecording(ctx: StaffContext, callId: string) {
  const { db, workspaceId, actor } = ctx;
  const call = await db.callLog.findUnique({
    where: { workspaceId_id: { workspaceId, id: callId } },
    select: {
      recordingId: true,
      ticket: { select: { requesterId: true, assigneeId: true, teamId: true } },
    },
  });
  if (!call?.recordingId || !call.ticket || !mayOnTicket(actor, 'ticket.read', call.ticket)) return null;
  return db.attachment.findFirst({
    where: { workspaceId, id: call.recordingId },
    select: { name: true, type: true, size: true, sha256: true },
  });
}

/** The telephone numbers of a customer, the preferred first. */
export async function listNumbers({ db, workspaceId }: StaffContext, customerId: string): Promise<string[]> {
  const rows = await db.customerIdentity.findMany({
    where: { workspaceId, customerId, kind: 'phone' },
    orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
    take: 5,
    select: { value: true },
  });
  return rows.map(({ value }) => value);
}

/** Where the caller's own telephone is. */
export async function getOwnTelephone({ db, workspaceId, actor }: StaffContext) {
  const none = { extension: '', device: '' };
  if (!actor.id) return none;
  const row = await db.phoneExtension.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: actor.id } },
    select: { extension: true, device: true },
  });
  return row ?? none;
}
