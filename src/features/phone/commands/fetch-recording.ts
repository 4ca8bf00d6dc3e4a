import type { CallOutside } from '@/channels/contract';
import { phoneProvider } from '@/channels/phone/providers';
import { findPhoneAccount } from '@/features/phone/phone-account';
import { phoneSettings } from '@/features/phone/settings';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { announce, callsTopic } from '@/server/live/announce';
import { sniffType } from '@/server/storage/sniff';
import { storeFile } from '@/server/storage/store-file';
import { asking, noteAsked } from './note-asked';

/** Thrown so that the job is tried again: the recording is announced, and not there yet. */
export class RecordingLate extends Error {}

/** A recording that was announced may come into being only a while later. */
const PATIENCE_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Fetches an announced recording into our own storage. What the provider has deleted is marked as absent, for good. */
export async function fetchRecording(
  ctx: SystemContext,
  { callId, call }: Readonly<{ callId: string; call: CallOutside }>,
): Promise<void> {
  const { db, workspaceId } = ctx;
  const row = await db.callLog.findUnique({
    where: { workspaceId_id: { workspaceId, id: callId } },
    select: { recordingState: true, recordingUrl: true, channelAccountId: true, startedAt: true },
  });
  if (row?.recordingState !== 'awaited' || !row.recordingUrl || !row.channelAccountId) return;
  const account = await findPhoneAccount(db, ctx, row.channelAccountId);
  if (!account) return;
  const { recordingUrl } = row;
  const fetched = await asking({ world: ctx, account }, () =>
    phoneProvider(account.config).fetchRecording(recordingUrl, call),
  );
  if (fetched.state === 'late') {
    await noteAsked(ctx, account, fetched);
    throw new RecordingLate(fetched.reason);
  }
  if (fetched.state === 'gone') {
    const age = ctx.now().getTime() - row.startedAt.getTime();
    if (age < PATIENCE_MS) throw new RecordingLate(fetched.reason);
    await db.callLog.updateMany({ where: { workspaceId, id: callId }, data: { recordingState: 'absent' } });
    return;
  }
  await noteAsked(ctx, account, null);
  await keepRecording(ctx, { callId, bytes: fetched.bytes, type: fetched.type });
}

type Keeping = Readonly<{ callId: string; bytes: Uint8Array; type: string }>;

async function keepRecording(ctx: SystemContext, { callId, bytes, type }: Keeping): Promise<void> {
  const { workspaceId } = ctx;
  const claimed = type.split(';')[0]?.trim() ?? '';
  const name = `${callId}.${claimed.includes('wav') ? 'wav' : 'mp3'}`;
  const sniffed = await sniffType(bytes, name, claimed);
  if (!/^(?:audio|video)\//.test(sniffed)) {
    await ctx.db.callLog.updateMany({
      where: { workspaceId, id: callId },
      data: { recordingState: 'failed' },
    });
    return;
  }
  const { sha256, size } = await storeFile(workspaceId, bytes);
  await transaction(ctx, async (tx) => {
    const { recordingDays } = await phoneSettings(tx, ctx);
    const row = await tx.callLog.findUnique({
      where: { workspaceId_id: { workspaceId, id: callId } },
      select: { messageId: true, endedAt: true, recordingState: true },
    });
    if (row?.recordingState !== 'awaited') return;
    const id = ctx.newId();
    await tx.attachment.createMany({
      data: [
        {
          workspaceId,
          id,
          messageId: row.messageId,
          name,
          type: sniffed,
          size,
          sha256,
          inline: true,
          createdAt: ctx.now(),
        },
      ],
    });
    const from = row.endedAt ?? ctx.now();
    await tx.callLog.updateMany({
      where: { workspaceId, id: callId },
      data: {
        recordingId: id,
        recordingState: 'stored',
        recordingUntil: new Date(from.getTime() + recordingDays * DAY_MS),
      },
    });
    await announce(tx, [callsTopic(workspaceId)]);
  });
}
