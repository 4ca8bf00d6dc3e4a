import type { Address } from '@/domain/channel/message';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { enqueue } from '@/server/jobs/enqueue';
import { addressIn, formatAddress } from '@/server/mail/address';
import { sendMail } from './send-mail-job';

export type SystemMail = Readonly<{
  kind: 'notification' | 'invitation' | 'password_reset' | 'sign_in' | 'survey' | 'report';
  to: Address;
  subject: string;
  text: string;
  html: string | null;
  /** What must happen only once; a second mail with the same key is not queued. */
  uniqueKey?: string;
  /** Send as this mailbox, through its server; absent: as `MAIL_FROM`. */
  mailbox?: Readonly<{ channelAccountId: string; from: Address; replyTo: Address }>;
  /** More header fields. */
  headers?: Readonly<Record<string, string>>;
  /** What is attached. */
  files?: readonly Readonly<{ name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }>[];
}>;

/**
 * Puts a mail of the product itself (invitation, password reset, notification) into the outbox, in the caller's
 * transaction. It is marked as automatic (RFC 3834 §5), so that no machine answers it. False when it was queued before.
 */
export async function queueSystemMail(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'newId' | 'now'>,
  { kind, to, subject, text, html, uniqueKey, mailbox, headers, files = [] }: SystemMail,
): Promise<boolean> {
  const { workspaceId } = ctx;
  const id = ctx.newId();
  const at = ctx.now();
  const from = mailbox?.from ?? addressIn(env().MAIL_FROM);
  const { count } = await tx.outgoingMail.createMany({
    data: [
      {
        workspaceId,
        id,
        kind,
        channelAccountId: mailbox?.channelAccountId ?? null,
        uniqueKey: uniqueKey ?? null,
        mailMessageId: `${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}`,
        mailFrom: from.address,
        rcptTo: [to.address],
        subject,
        text,
        html,
        headers: {
          From: formatAddress(from),
          To: formatAddress(to),
          ...(mailbox && { 'Reply-To': formatAddress(mailbox.replyTo) }),
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...headers,
        },
        runAt: at,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  });
  if (count > 0) {
    await tx.outgoingMailFile.createMany({
      data: files.map((file) => ({ ...file, workspaceId, mailId: id })),
    });
    await enqueue(tx, sendMail, { workspaceId, mailId: id });
  }
  return count > 0;
}
