import type { CallOutside } from '@/channels/contract';
import { phoneProvider } from '@/channels/phone/providers';
import { findPhoneAccount } from '@/features/phone/phone-account';
import type { SystemContext } from '@/server/context';
import { asking, noteAsked } from './note-asked';

/** Thrown so that the job is tried again: the provider did not do it. */
class StillRecorded extends Error {}

type Refused = Readonly<{
  callId: string;
  /** What was recorded all the same; null: what is being recorded. */
  recordingUrl: string | null;
  call: CallOutside;
}>;

/** Has the provider stop or delete what the customer did not wish to be recorded. */
export async function refuseRecording(
  ctx: SystemContext,
  { callId, recordingUrl, call }: Refused,
): Promise<void> {
  const { db, workspaceId } = ctx;
  const row = await db.callLog.findUnique({
    where: { workspaceId_id: { workspaceId, id: callId } },
    select: { channelAccountId: true, providerCallId: true },
  });
  if (!row?.channelAccountId || !row.providerCallId) return;
  const account = await findPhoneAccount(db, ctx, row.channelAccountId);
  const refuse = account && phoneProvider(account.config).refuseRecording;
  if (!refuse) return;
  const callIdThere = row.providerCallId;
  const done = await asking({ world: ctx, account }, () =>
    refuse({ callId: callIdThere, recordingUrl }, call),
  );
  await noteAsked(ctx, account, done.ok ? null : done);
  if (!done.ok) throw new StillRecorded(done.reason);
}
