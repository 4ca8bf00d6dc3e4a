import { forgetSourcesOf } from '@/features/intake/commands/forget-sources';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import { translator } from '@/i18n/translator';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { enqueue } from '@/server/jobs/enqueue';

/** The record and all that were merged into it, over however many merges. */
export async function recordsOf(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  customerId: string,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive record as (
      select id from "Customer" where "workspaceId" = ${workspaceId}::uuid and id = ${customerId}::uuid
      union
      select c.id from "Customer" c join record r on c."mergedIntoId" = r.id
      where c."workspaceId" = ${workspaceId}::uuid)
    select id from record`;
  return rows.map(({ id }) => id);
}

type Records = Readonly<{ customerId: string; ids: readonly string[] }>;

/**
 * Takes from these records, and from what hangs on them, all that says who it was: names, addresses, numbers, notes, consents,
 * own fields, comments, sign-ins and links. Tickets, messages and numbers stay, under a name that says nothing.
 */
export async function anonymise(tx: Tx, ctx: Context, { customerId, ids }: Records): Promise<void> {
  const { workspaceId } = ctx;
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true },
  });
  const name = (await translator(locale, 'customer'))('erased.name');
  await blankTraces(tx, ctx, { name, ids });
  await forgetSourcesOf(tx, ctx, ids);
  await dropBelongings(tx, ctx, ids);
  await tx.customer.updateMany({
    where: { workspaceId, id: { in: [...ids] } },
    data: {
      displayName: name,
      givenName: null,
      familyName: null,
      locale: null,
      timeZone: null,
      note: '',
      organizationId: null,
      tierId: null,
      externalId: null,
      blockedAt: null,
      blockedReason: '',
      erasedAt: ctx.now(),
      updatedAt: ctx.now(),
    },
  });
  await enqueue(tx, reindexCustomer, { workspaceId, customerId });
}

type Named = Readonly<{ name: string; ids: readonly string[] }>;

/** The name and the addresses where they were written down beside what was said and done. */
async function blankTraces(tx: Tx, { workspaceId, now }: Context, { name, ids }: Named): Promise<void> {
  const ws = sql`${workspaceId}::uuid`;
  const them = sql`any(${[...ids]}::uuid[])`;
  const theirs = sql`(select t.id from "Ticket" t where t."workspaceId" = ${ws} and t."requesterId" = ${them})`;
  await tx.$executeRaw`
    delete from "MessageAddress" a using "Message" m
    where a."workspaceId" = ${ws} and m."workspaceId" = a."workspaceId" and m.id = a."messageId"
      and m."ticketId" in ${theirs} and lower(a.address) in (select i.value from "CustomerIdentity" i
        where i."workspaceId" = ${ws} and i."customerId" = ${them} and i.kind = 'email')`;
  await tx.$executeRaw`
    update "Message" set "authorName" = ${name}, "authorAddress" = ''
    where "workspaceId" = ${ws} and "authorCustomerId" = ${them}`;
  await tx.$executeRaw`
    update "TicketEvent" set "actorName" = ${name}
    where "workspaceId" = ${ws} and "ticketId" in ${theirs} and "actorKind" = 'customer'
      and "actorId" = any(${[...ids]}::text[])`;
  await tx.$executeRaw`
    update "CallLog" set "fromNumber" = case when direction = 'inbound' then '' else "fromNumber" end,
      "toNumber" = case when direction = 'inbound' then "toNumber" else '' end
    where "workspaceId" = ${ws} and "customerId" = ${them}`;
  await tx.$executeRaw`
    update "Callback" set number = '', note = '' where "workspaceId" = ${ws} and "customerId" = ${them}`;
  await tx.$executeRaw`
    update "ChatVisitor" set name = '', email = null, phone = null, "externalId" = null, "verifiedAt" = null,
      "customerId" = null, "expiresAt" = least("expiresAt", ${now()})
    where "workspaceId" = ${ws} and "customerId" = ${them}`;
  // The key is the channel's name for who wrote: whoever writes there again begins a thread of their own.
  await tx.$executeRaw`
    update "ChannelConversation" set handle = '', data = '{}', key = 'erased:' || id where "workspaceId" = ${ws} and "customerId" = ${them}`;
  await tx.$executeRaw`
    update "SurveyAnswer" set comment = '', "hasComment" = false, answers = '{}'
    where "workspaceId" = ${ws} and "customerId" = ${them}`;
}

/** What is theirs alone and of no use without them; nothing is asked or mailed any more. */
async function dropBelongings(tx: Tx, { workspaceId, now }: Context, ids: readonly string[]): Promise<void> {
  const where = { workspaceId, customerId: { in: [...ids] } };
  const mails = await tx.customerIdentity.findMany({
    where: { ...where, kind: 'email' },
    select: { value: true },
  });
  await tx.portalSignIn.deleteMany({
    where: { workspaceId, email: { in: mails.map(({ value }) => value) } },
  });
  await tx.portalSignIn.deleteMany({ where: { workspaceId, forCustomerId: { in: [...ids] } } });
  await tx.customerSession.deleteMany({ where });
  await tx.guestLink.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now() } });
  await tx.customerConsent.deleteMany({ where });
  await tx.customerMailChoice.deleteMany({ where });
  await tx.customerFieldValue.deleteMany({ where });
  await tx.customerSaidNumber.deleteMany({ where });
  await tx.order.deleteMany({ where });
  await tx.surveyTurn.deleteMany({ where });
  await tx.surveyInvite.updateMany({ where: { ...where, state: 'waiting' }, data: { state: 'cancelled' } });
  await tx.customerIdentity.deleteMany({ where });
  await tx.notSameCustomer.deleteMany({
    where: { workspaceId, OR: [{ firstId: { in: [...ids] } }, { secondId: { in: [...ids] } }] },
  });
  // What they were before a merge stands there, and it is not to be undone.
  await tx.customerMerge.deleteMany({
    where: { workspaceId, OR: [{ sourceId: { in: [...ids] } }, { targetId: { in: [...ids] } }] },
  });
}
