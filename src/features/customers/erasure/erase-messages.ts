import { forgetSourcesOfMessages } from '@/features/intake/commands/forget-sources';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

/** A portion of the tickets on which a deleted customer wrote or was written to. */
export type Portion = Readonly<{
  customerId: string;
  /** Their mail addresses. */
  addresses: readonly string[];
  /** Their own tickets, and those of others on which they wrote. */
  own: readonly string[];
  foreign: readonly string[];
  /** What stands in the place of words. */
  marker: string;
}>;

type Erased = Readonly<{ messages: number; hashes: readonly string[] }>;

const uuids = (ids: readonly string[]): Sql => sql`any(${[...ids]}::uuid[])`;

/**
 * Erases the messages of these tickets: on the customer's own all but what other customers wrote, which loses what it quotes, and
 * what was said beside them;
 * on those of others what this one wrote. Senders, times and states stay, so that every number stays. Gives how many there
 * were and the hashes of their files.
 */
export async function eraseMessages(tx: Tx, ctx: Context, portion: Portion): Promise<Erased> {
  const { workspaceId, now } = ctx;
  const { customerId, own, foreign, marker } = portion;
  const here = sql`"workspaceId" = ${workspaceId}::uuid`;
  const theirs = sql`${here} and (
    ("ticketId" = ${uuids(own)} and coalesce("authorCustomerId" = ${customerId}::uuid, true))
    or "sideConversationId" in (select id from "SideConversation" where ${here} and "ticketId" = ${uuids(own)})
    or ("ticketId" = ${uuids(foreign)} and "authorCustomerId" = ${customerId}::uuid))`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from "Message" where ${theirs} and "erasedAt" is null for update`;
  const ids = found.map(({ id }) => id);
  const files = await tx.$queryRaw<{ sha256: string }[]>`
    delete from "Attachment" where ${here} and "messageId" = ${uuids(ids)} returning sha256`;
  await eraseWays(tx, ctx, { ids, addresses: portion.addresses });
  await tx.$executeRaw`
    update "Message" set text = ${marker}, "visibleText" = ${marker}, html = null, subject = '', headers = null,
      "inReplyTo" = '{}', "references" = '{}', permalink = null, "deliveryDetail" = null, "erasedAt" = ${now()}
    where ${here} and id = ${uuids(ids)}`;
  await tx.$executeRaw`
    update "Message" set text = "visibleText", html = null, subject = ''
    where ${here} and "ticketId" = ${uuids(own)} and "authorCustomerId" <> ${customerId}::uuid and "erasedAt" is null`;
  return { messages: ids.length, hashes: files.map(({ sha256 }) => sha256) };
}

type Ways = Readonly<{ ids: readonly string[]; addresses: readonly string[] }>;

/** How these messages came and went: sources, copies that left, replies of servers, addresses. What waits is called off. */
async function eraseWays(tx: Tx, ctx: Context, { ids, addresses }: Ways): Promise<void> {
  const here = sql`"workspaceId" = ${ctx.workspaceId}::uuid`;
  await forgetSourcesOfMessages(tx, ctx, ids);
  await tx.$executeRaw`
    update "OutgoingMail" set "rcptTo" = '{}', subject = '', text = null, html = null, raw = null, headers = '{}', "lastError" = null,
      state = case when state in ('queued', 'deferred') then 'cancelled' else state end
    where ${here} and "messageId" = ${uuids(ids)}`;
  await tx.$executeRaw`
    update "DeliveryAttempt" set recipient = '', detail = '' where ${here} and "messageId" = ${uuids(ids)}`;
  await tx.$executeRaw`
    delete from "MessageAddress"
    where ${here} and "messageId" = ${uuids(ids)} and lower(address) = any(${[...addresses]}::text[])`;
}
