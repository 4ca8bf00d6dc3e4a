import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A row of the outbox that is ours to send now. */
export type OutgoingMail = NonNullable<Awaited<ReturnType<typeof claimOutgoing>>>;

const SENDABLE = ['queued', 'deferred', 'sending'] as const;

/**
 * Takes a mail out of the queue. Null when it was taken back, is not due yet, or is done. One that is being sent is
 * taken too: its job comes a second time only when whoever sent it has died.
 */
export async function claimOutgoing(ctx: SystemContext, id: string) {
  const { workspaceId } = ctx;
  const [row] = await ctx.db.outgoingMail.updateManyAndReturn({
    where: { workspaceId, id, state: { in: [...SENDABLE] }, runAt: { lte: ctx.now() } },
    data: { state: 'sending', attempts: { increment: 1 } },
    select: {
      id: true,
      kind: true,
      messageId: true,
      channelAccountId: true,
      mailMessageId: true,
      channel: true,
      conversationId: true,
      mailFrom: true,
      rcptTo: true,
      subject: true,
      text: true,
      html: true,
      headers: true,
      attempts: true,
      createdAt: true,
      uniqueKey: true,
    },
  });
  if (!row) return null;
  const files = row.kind === 'report' ? await filesOf(ctx, id) : [];
  return { ...row, files, headers: headersOf(row.headers) };
}

/** What goes out with a mail of the product itself. */
const filesOf = ({ db, workspaceId }: SystemContext, mailId: string) =>
  db.outgoingMailFile.findMany({
    where: { workspaceId, mailId },
    orderBy: { name: 'asc' },
    select: { name: true, mediaType: true, bytes: true },
  });

function headersOf(json: unknown): Record<string, string> {
  const entries = Object.entries(typeof json === 'object' && json !== null ? json : {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

type Ending =
  | Readonly<{
      state: 'sent';
      via: 'smtp' | 'log' | 'channel';
      raw: Uint8Array;
      /** Its words are not to be kept. */
      secret: boolean;
      lastError: string | null;
      rcptTo?: readonly string[];
    }>
  | Readonly<{ state: 'deferred'; lastError: string; runAt: Date; rcptTo?: readonly string[] }>
  | Readonly<{ state: 'failed'; lastError: string }>;

/** Writes how a try ended. */
export async function endTry(tx: Tx, ctx: SystemContext, ...[id, ending]: [string, Ending]): Promise<void> {
  const { state, lastError } = ending;
  await tx.outgoingMail.updateMany({
    where: { workspaceId: ctx.workspaceId, id },
    data: {
      state,
      lastError,
      ...(state === 'sent' && { via: ending.via, sentAt: ctx.now(), ...keptOf(ending) }),
      ...(state === 'deferred' && {
        runAt: ending.runAt,
        ...(ending.rcptTo && { rcptTo: [...ending.rcptTo] }),
      }),
    },
  });
}

/** A link that signs somebody in is forgotten once it has left. */
function keptOf({ raw, secret }: Extract<Ending, { state: 'sent' }>) {
  return secret ? { raw: null, text: null, html: null } : { raw: Uint8Array.from(raw) };
}
