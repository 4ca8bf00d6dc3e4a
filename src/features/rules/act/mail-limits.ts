import { mayAcknowledge } from '@/domain/intake/acknowledge';
import type { RuleProblem } from '@/domain/rule/rule';
import type { Ticket } from '@/domain/ticket/ticket';
import type { Acting } from './acting';

/** Automatic mails to one customer in 24 hours: answers to what they wrote (contracts A.3), and all together. */
const MOST_ANSWERS = 3;
const MOST_MAILS = 10;
const DAY = 24 * 3_600_000;

type Recipient = Readonly<{
  bounced: boolean;
  fromMailbox: boolean;
  recent: number;
  acknowledged: boolean;
  unwanted: boolean;
}>;

/** Why no automatic mail may go to this address now; null when one may. */
export async function mailProblem(
  acting: Acting,
  { ticket, address }: Readonly<{ ticket: Ticket; address: string }>,
): Promise<RuleProblem | null> {
  if (acting.byMachine || ticket.spam) return 'rule.answers_automatic_mail';
  const { bounced, fromMailbox, recent, acknowledged, unwanted } = await recipientOf(acting, {
    ticket,
    address,
  });
  if (unwanted) return 'rule.not_wanted';
  if (acknowledged && acting.woken.has('ticket_created')) return 'rule.acknowledged_already';
  const answers = acting.woken.has('customer_wrote') || acting.woken.has('ticket_created');
  if (recent >= (answers ? MOST_ANSWERS : MOST_MAILS)) return 'rule.mailed_too_often';
  const sender = { address, name: null };
  const newcomer = { wanted: true, human: true, sender, envelopeFrom: null, fromMailbox, bounced, recent: 0 };
  return mayAcknowledge(newcomer) ? null : 'rule.not_reachable';
}

async function recipientOf(
  { tx, ctx }: Acting,
  { ticket, address }: Readonly<{ ticket: Ticket; address: string }>,
): Promise<Recipient> {
  const since = new Date(ctx.now().getTime() - DAY);
  const [row] = await tx.$queryRaw<Recipient[]>`
    select
      exists (select 1 from "CustomerIdentity" i where i."workspaceId" = ${ctx.workspaceId}::uuid
        and i.kind = 'email' and i.value = ${address} and i."bouncedAt" is not null) as bounced,
      exists (select 1 from "CustomerMailChoice" c where c."workspaceId" = ${ctx.workspaceId}::uuid
        and c."customerId" = ${ticket.requesterId}::uuid and not c.updates) as unwanted,
      exists (select 1 from "ChannelAccount" a where a.address = ${address}) as "fromMailbox",
      exists (select 1 from "OutgoingMail" o where o."workspaceId" = ${ctx.workspaceId}::uuid
        and o."uniqueKey" = ${`ack:${ticket.id}`}) as acknowledged,
      (select count(*)::int from "Ticket" t
        join "Message" m on m."workspaceId" = t."workspaceId" and m."ticketId" = t.id
        where t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${ticket.requesterId}::uuid
          and t."updatedAt" > ${since} and m."createdAt" > ${since}
          and m."authorKind" = 'system' and m.direction = 'outbound') as recent`;
  return row ?? { bounced: false, fromMailbox: false, recent: 0, acknowledged: false, unwanted: false };
}
