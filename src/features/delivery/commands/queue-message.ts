import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { sendMail } from './send-mail-job';

type Mail = Pick<
  NewMessage,
  'id' | 'sendAt' | 'messageId' | 'channelAccountId' | 'from' | 'to' | 'cc' | 'bcc' | 'subject'
>;

export type QueuedMessage = Readonly<{
  message: Mail;
  kind: 'reply' | 'acknowledgement';
  /** What must happen only once; a second row with the same key is refused by the database. */
  uniqueKey?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** Puts an outbound message into the outbox, in the transaction that saves the message. It leaves at `message.sendAt`. */
export async function queueMessage(
  tx: Tx,
  ctx: Context,
  { message, kind, uniqueKey, headers = {} }: QueuedMessage,
): Promise<void> {
  if (!message.sendAt || !message.messageId) throw new Error(`message ${message.id} is not to be sent`);
  const id = ctx.newId();
  await tx.outgoingMail.createMany({
    data: [
      {
        workspaceId: ctx.workspaceId,
        id,
        kind,
        messageId: message.id,
        channelAccountId: message.channelAccountId,
        uniqueKey: uniqueKey ?? null,
        mailMessageId: message.messageId,
        mailFrom: message.from[0]?.address ?? '',
        rcptTo: [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address),
        subject: message.subject,
        headers,
        runAt: message.sendAt,
        createdAt: ctx.now(),
      },
    ],
  });
  await enqueue(tx, sendMail, { workspaceId: ctx.workspaceId, mailId: id }, { runAt: message.sendAt });
}
