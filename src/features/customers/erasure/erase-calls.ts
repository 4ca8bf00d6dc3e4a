import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

type Of = Readonly<{ customerId: string; own: readonly string[] }>;

/**
 * Erases notes, transcripts and recordings of the calls with a customer, and of those on these tickets; that somebody called,
 * when and how long, stays. Gives the hashes of the recordings.
 */
export async function eraseCalls(tx: Tx, ctx: Context, { customerId, own }: Of): Promise<readonly string[]> {
  const here = sql`"workspaceId" = ${ctx.workspaceId}::uuid`;
  const theirs = sql`${here} and ("customerId" = ${customerId}::uuid or "ticketId" = any(${[...own]}::uuid[]))`;
  const files = await tx.$queryRaw<{ sha256: string }[]>`
    delete from "Attachment" where ${here}
      and id in (select "recordingId" from "CallLog" where ${theirs} and "recordingId" is not null)
    returning sha256`;
  await tx.$executeRaw`
    update "CallEvent" set data = '{}' where ${here} and "callId" in (select id from "CallLog" where ${theirs})`;
  await tx.$executeRaw`
    update "CallLog" set note = '', transcript = '', raw = null, "recordingUrl" = null, "recordingId" = null, "recordingUntil" = null,
      "recordingState" = case when "recordingState" is null then null else 'expired'::"CallRecordingState" end
    where ${theirs}`;
  await tx.$executeRaw`
    update "CallbackAttempt" set note = '' where ${here}
      and "callbackId" in (select id from "Callback" where ${theirs})`;
  return files.map(({ sha256 }) => sha256);
}
