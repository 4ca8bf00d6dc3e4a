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
  kind: 'reply' | 'acknowledgement' | 'automatic';
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
  const recipients = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  await tx.$executeRaw`
    insert into "OutgoingMail" ("workspaceId", id, kind, "messageId", "channelAccountId", "uniqueKey", "mailMessageId",
      "mailFrom", "rcptTo", subject, headers, "runAt", "createdAt")
    values (${ctx.workspaceId}::uuid, ${id}::uuid, ${kind}::"MailKind", ${message.id}::uuid,
      ${message.channelAccountId}::uuid, ${uniqueKey ?? null}, ${message.messageId}, ${message.from[0]?.address ?? ''},
      ${recipients}::text[], ${message.subject}, ${JSON.stringify(headers)}::jsonb, ${message.sendAt}, ${ctx.now()})`;
  await enqueue(tx, sendMail, { workspaceId: ctx.workspaceId, mailId: id }, { runAt: message.sendAt });
}
