import type { StaffContext } from '@/server/context';
import type { newWorld } from '../support/world';

/** A held mail that came, and a failed one that was to leave. */
export async function mailRows(
  { db, workspaceId, mailbox, now }: Awaited<ReturnType<typeof newWorld>>,
  ctx: StaffContext,
) {
  const [rawInboundId, mailId] = [ctx.newId(), ctx.newId()];
  const raw = {
    bytes: new Uint8Array(),
    size: 0,
    sha256: '',
    source: 'smtp',
    key: 'k',
    state: 'held',
  } as const;
  await db.rawInbound.create({
    data: { ...raw, workspaceId, id: rawInboundId, channelAccountId: mailbox.id, receivedAt: now() },
  });
  const mail = {
    kind: 'invitation',
    mailMessageId: 'a@b',
    mailFrom: 'a@b',
    subject: '',
    state: 'failed',
  } as const;
  await db.outgoingMail.create({
    data: { ...mail, workspaceId, id: mailId, rcptTo: ['x@y.test'], runAt: now(), createdAt: now() },
  });
  return { rawInboundId, mailId };
}
