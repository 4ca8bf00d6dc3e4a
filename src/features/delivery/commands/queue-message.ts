import type { NewMessage } from '@/domain/ticket/ticket';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { sendMail } from './send-mail-job';

type Mail = Pick<
  NewMessage,
  'id' | 'sendAt' | 'messageId' | 'channelAccountId' | 'from' | 'to' | 'cc' | 'bcc' | 'subject'
> &
  Partial<Pick<NewMessage, 'channel' | 'conversationId'>>;

export type QueuedMessage = Readonly<{
  message: Mail;
  kind: 'reply' | 'acknowledgement' | 'automatic';
  /** What must happen only once; a second row with the same key is refused by the database. */
  uniqueKey?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/**
 * Puts an outbound message into the outbox, in the transaction that saves the message. It leaves at `message.sendAt`: as a
 * mail, or in the conversation that it names.
 */
export async function queueMessage(
  tx: Tx,
  ctx: Context,
  { message, kind, uniqueKey, headers = {} }: QueuedMessage,
): Promise<void> {
  const { channel, mailMessageId } = wayOf(message);
  if (!message.sendAt || !mailMessageId) throw new Error(`message ${message.id} is not to be sent`);
  const id = ctx.newId();
  const recipients = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  await tx.$executeRaw`
    insert into "OutgoingMail" ("workspaceId", id, kind, "messageId", "channelAccountId", "uniqueKey", "mailMessageId",
      channel, "conversationId", "mailFrom", "rcptTo", subject, headers, "runAt", "createdAt")
    values (${ctx.workspaceId}::uuid, ${id}::uuid, ${kind}::"MailKind", ${message.id}::uuid,
      ${message.channelAccountId}::uuid, ${uniqueKey ?? null}, ${mailMessageId},
      ${channel}::"Channel", ${message.conversationId ?? null}::uuid, ${message.from[0]?.address ?? ''},
      ${recipients}::text[], ${message.subject}, ${JSON.stringify(headers)}::jsonb, ${message.sendAt}, ${ctx.now()})`;
  await enqueue(tx, sendMail, { workspaceId: ctx.workspaceId, mailId: id }, { runAt: message.sendAt });
}

/** What leaves in a conversation has no id of its own before the channel gives it one; ours tells its tries apart. */
function wayOf({ id, messageId, channel, conversationId }: Mail) {
  return conversationId && channel
    ? { channel, mailMessageId: messageId ?? id }
    : { channel: 'email' as const, mailMessageId: messageId };
}
