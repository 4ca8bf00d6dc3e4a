import { closeCallback } from '@/domain/phone/callback';
import { wrapUpSeconds } from '@/domain/phone/handle-time';
import { forgetWords } from '@/features/phone/call-rows';
import { findCallback, saveCallback } from '@/features/phone/callback-rows';
import { freeAgent } from '@/features/routing/commands/free-agent';
import { findTicketForCall, keepPhoneFacts } from '@/features/tickets/commands/place-call';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import { announce, callsTopic } from '@/server/live/announce';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

const BATCH = 200;
const FORGOTTEN_MS = 7 * 86_400_000;

const within = (workspaceId: string | null) => (workspaceId === null ? {} : { workspaceId });

/** Deletes recordings whose time is over, bytes and all, and what was said on them, in every workspace or the one that is named; gives how many there were. */
export async function forgetRecordings({ db, now }: World, only: string | null = null): Promise<number> {
  const due = await db.callLog.findMany({
    where: {
      recordingUntil: { lte: now() },
      OR: [{ recordingId: { not: null } }, { transcript: { not: '' } }],
      ...within(only),
    },
    orderBy: { recordingUntil: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true, recordingId: true },
  });
  await eachApart('forget recordings', due, async ({ workspaceId, id, recordingId }) => {
    const sha256 = await transaction({ db }, (tx) => forget(tx, { workspaceId, id, recordingId }));
    if (sha256) await storage().remove(fileKey(workspaceId, sha256));
  });
  return due.length;
}

type Due = Readonly<{ workspaceId: string; id: string; recordingId: string | null }>;

/** Gives the hash of bytes that nothing names any more. */
async function forget(tx: Tx, { workspaceId, id, recordingId }: Due): Promise<string | null> {
  await tx.callLog.updateMany({
    where: { workspaceId, id },
    data: {
      recordingId: null,
      ...(recordingId !== null && { recordingState: 'expired' as const }),
      recordingUrl: null,
      recordingUntil: null,
      transcript: '',
    },
  });
  await forgetWords(tx, { workspaceId }, id);
  const file = await tx.attachment.findFirst({
    where: { workspaceId, id: recordingId ?? id },
    select: { sha256: true },
  });
  if (!file) return null;
  await tx.attachment.deleteMany({ where: { workspaceId, id: recordingId ?? id } });
  await announce(tx, [callsTopic(workspaceId)]);
  const others = await tx.attachment.count({ where: { workspaceId, sha256: file.sha256 } });
  return others === 0 ? file.sha256 : null;
}

/**
 * After-call work whose time is over ends, and counts as long as it was; who did it gets what waits. Looks at what is due
 * only, oldest first, in every workspace or the one that is named; gives how many there were.
 */
export async function endWrapUps({ db, now }: World, only: string | null = null): Promise<number> {
  const at = now();
  const due = await db.callLog.findMany({
    where: { wrapUpUntil: { lte: at }, wrapUpEndedAt: null, ...within(only) },
    orderBy: { wrapUpUntil: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true, agentId: true, endedAt: true, wrapUpUntil: true },
  });
  await eachApart('after-call work', due, ({ workspaceId, id, agentId, endedAt, wrapUpUntil: until }) =>
    transaction({ db }, async (tx) => {
      const wrapUp = { endedAt, until, finishedAt: null, extended: false };
      const { count } = await tx.callLog.updateMany({
        where: { workspaceId, id, wrapUpUntil: until, wrapUpEndedAt: null },
        data: { wrapUpEndedAt: until, wrapUpSeconds: wrapUpSeconds(wrapUp, at) },
      });
      if (count === 0) return;
      if (agentId) await freeAgent(tx, { workspaceId }, agentId);
      await announce(tx, [callsTopic(workspaceId)]);
    }),
  );
  return due.length;
}

/** Callbacks that nobody made for a week after they were due are over; their tickets say so. In every workspace, or in one. */
export async function expireCallbacks(world: World, only: string | null = null): Promise<number> {
  const late = await world.db.callback.findMany({
    where: { open: true, windowEnd: { lt: new Date(world.now().getTime() - FORGOTTEN_MS) }, ...within(only) },
    orderBy: { windowEnd: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true },
  });
  const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
  await eachApart('expire callbacks', late, ({ workspaceId, id }) => {
    const ctx = { ...world, workspaceId, actor };
    return transaction(ctx, async (tx) => {
      const kept = await findCallback(tx, ctx, id);
      const closed = kept && closeCallback(kept.callback, { as: 'expired', at: world.now() });
      if (!kept || !closed?.ok) return;
      await saveCallback(tx, ctx, { after: closed.value, version: kept.version });
      const ticket = await findTicketForCall(tx, ctx, kept.ticketId);
      const fact = { type: 'callback.closed', callbackId: id, outcome: 'expired' } as const;
      if (ticket) await keepPhoneFacts(tx, ctx, { ticket, facts: [fact] });
    });
  });
  return late.length;
}
