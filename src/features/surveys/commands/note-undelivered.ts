import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A mail did not arrive. When it was one that asked, its customer was never asked: it counts in no rate and no throttle. */
export async function noteUndelivered(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  mailId: string,
): Promise<void> {
  const mail = await tx.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id: mailId } },
    select: { kind: true, uniqueKey: true },
  });
  const [what, inviteId, which] = mail?.uniqueKey?.split('/') ?? [];
  if (mail?.kind !== 'survey' || what !== 'survey' || which !== 'question' || !inviteId) return;
  await tx.surveyInvite.updateMany({
    where: { workspaceId, id: inviteId, state: 'sent' },
    data: { state: 'bounced', remindAt: null },
  });
}
