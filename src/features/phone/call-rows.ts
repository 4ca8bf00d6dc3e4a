import type { CallFact } from '@/domain/phone/call';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const kept = {
  id: true,
  provider: true,
  direction: true,
  status: true,
  completion: true,
  fromNumber: true,
  toNumber: true,
  line: true,
  customerId: true,
  ticketId: true,
  messageId: true,
  agentId: true,
  teamId: true,
  callbackId: true,
  channelAccountId: true,
  startedAt: true,
  answeredAt: true,
  endedAt: true,
  talkSeconds: true,
  wrapUpUntil: true,
  wrapUpEndedAt: true,
  wrapUpExtended: true,
  recordingState: true,
  recordingConsent: true,
  recordingId: true,
  recordingUntil: true,
  blockedWhy: true,
} as const;

/** A call as commands need it, or null. */
export function findCall(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, id: string) {
  return tx.callLog.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: kept });
}

export type KeptCall = NonNullable<Awaited<ReturnType<typeof findCall>>>;

/** All that is known of a call, for adding it up. */
export async function factsOfCall(tx: Tx, { workspaceId }: Context, callId: string): Promise<CallFact[]> {
  const rows = await tx.callEvent.findMany({
    where: { workspaceId, callId },
    orderBy: { id: 'asc' },
    take: 500,
    select: { key: true, kind: true, at: true, sequence: true, data: true },
  });
  return rows.map(({ data, kind, ...fact }) => ({
    ...(data as Partial<CallFact>),
    ...fact,
    kind: kind as CallFact['kind'],
  }));
}

/** Who is in charge of a call that one transaction works on: others wait until it is over. */
export async function lockCall(tx: Tx, accountId: string, providerCallId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${accountId}/${providerCallId}`}, 0))`;
}

/** What was said on a call is in none of its facts any more. */
export async function forgetWords(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  callId: string,
): Promise<void> {
  await tx.$executeRaw`
    update "CallEvent" set data = data - 'transcript'
    where "workspaceId" = ${workspaceId}::uuid and "callId" = ${callId}::uuid and data ? 'transcript'`;
}
