import type { SystemContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { mailTopic } from '@/server/live/announce';

type Sent = Readonly<{
  mailId: string;
  messageId: string | null;
  via: 'smtp' | 'log';
  /** What left; null where it is not to be kept. */
  raw: Uint8Array | null;
  recipients: readonly string[];
  /** What the server said. */
  detail: string;
}>;

/**
 * Writes that a mail was taken for all of its recipients, as nearly all mails are, in one statement: the shorter the time
 * between the server's OK and this commit, the rarer a crash falls into it.
 */
export async function recordSent(ctx: SystemContext, sent: Sent): Promise<void> {
  const { workspaceId } = ctx;
  const { mailId, messageId, via, raw, recipients, detail } = sent;
  const at = ctx.now();
  const words = raw === null ? sql`, text = null, html = null` : sql``;
  await ctx.db.$executeRaw(sql`
    with mail as (update "OutgoingMail" set state = 'sent', via = ${via}, "sentAt" = ${at}, "lastError" = null,
        raw = ${raw} ${words} where "workspaceId" = ${workspaceId}::uuid and id = ${mailId}::uuid returning 1),
    message as (update "Message" set delivery = 'sent', "deliveryDetail" = null, "sentAt" = ${at}
      where "workspaceId" = ${workspaceId}::uuid and id = ${messageId}::uuid and delivery = 'queued'
      returning id, coalesce("ticketId", (select s."ticketId" from "SideConversation" s
        where s."workspaceId" = "Message"."workspaceId" and s.id = "sideConversationId")) as "ticketId"),
    attempts as (insert into "DeliveryAttempt" ("workspaceId", id, "messageId", at, state, recipient, code, detail)
      select ${workspaceId}::uuid, t.id, message.id, ${at}, 'sent', t.recipient, '250', ${detail.slice(0, 1000)}
      from message, unnest(${recipients.map(() => ctx.newId())}::uuid[], ${[...recipients]}::text[]) as t(id, recipient)
      returning 1)
    select pg_notify('live', topic) from (
      select ${`${workspaceId}/ticket/`} || "ticketId" as topic from message where "ticketId" is not null
      union all select ${mailTopic(workspaceId)}) as topics`);
}
