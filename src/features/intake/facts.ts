import type { InboundMessage } from '@/domain/channel/message';
import type { ThreadFacts } from '@/domain/intake/thread';
import type { Role, Scope } from '@/domain/permission/actor';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import type { Claimed } from './claim';
import type { Clues } from './clues';

/** What the database knows about a mail before it is decided on. */
export type Facts = Readonly<{
  sentByUs: boolean;
  alreadyHere: Readonly<{ ticketId: string }> | null;
  /** The mail of our outbox that a delivery report is about. */
  reported: Readonly<{
    mailId: string;
    messageId: string | null;
    ticketId: string | null;
    rcptTo: readonly string[];
  }> | null;
  /** The conversation beside a ticket to which its reply address, or what it answers, leads. */
  sideId: string | null;
  thread: ThreadFacts;
  /** The sender as a customer, when they wrote before. */
  customer: Readonly<{
    id: string;
    displayName: string;
    locale: string | null;
    bounced: boolean;
    /** Acknowledgements that they got in the last 24 hours. */
    acknowledged: number;
    /** They want no mails that say that theirs has arrived. */
    wantsNone: boolean;
  }> | null;
  /** Whether the sender is blocked, and why: a customer, an address or a domain, and what was noted. */
  blocked: string | null;
  /** The author as an active member of the workspace. */
  staff: Readonly<{ id: string; name: string; role: Role; scope: Scope; teamIds: readonly string[] }> | null;
  /** The sender is one of the workspace's own mailboxes. */
  fromMailbox: boolean;
  /** The workspace's own words for acknowledgements, by language. */
  acknowledgements: Readonly<Record<string, Readonly<{ subject: string; body: string }>>>;
}>;

type Found = Readonly<{
  messages: readonly Readonly<{
    messageId: string;
    ticketId: string;
    bulk: boolean;
  }>[];
  alreadyHere: Facts['alreadyHere'];
  tickets: ThreadFacts['tickets'];
  sentByUs: boolean;
  reported: Facts['reported'];
  customer: Facts['customer'];
  staff: Facts['staff'];
  sideId: string | null;
  blocked: string | null;
  fromMailbox: boolean;
  acknowledgements: Facts['acknowledgements'] | null;
}>;

type Mail = Readonly<{ raw: Claimed; mail: InboundMessage; clues: Clues; unverified: boolean }>;

const DAY = 86_400_000;
const MOST_NUMBER = 2_147_483_647;

/**
 * Reads all of it in one statement, since the intake's speed is the number of its statements; what only few mails need is
 * left out of it where it is not needed.
 */
export async function loadFacts(tx: Tx, ctx: SystemContext, given: Mail): Promise<Facts> {
  const { raw, mail, clues, unverified } = given;
  const author = authorOf(mail);
  const sender = mail.sender?.address.toLowerCase() ?? '';
  const [found] = await tx.$queryRaw<Found[]>(sql`
    with given as (select ${ctx.workspaceId}::uuid as workspace, ${sender} as sender,
      ${author} as author, ${unverified ? '' : author} as vouched, ${new Date(ctx.now().getTime() - DAY)}::timestamptz as since)
    select
      (select coalesce(json_agg(json_build_object(
          'messageId', m."messageId", 'ticketId', m."ticketId", 'bulk', coalesce(m.automated = 'bulk', false))), '[]')
        from "Message" m where m."workspaceId" = workspace and m."ticketId" is not null
          and m."messageId" = any(${clues.ids}::text[])) as messages,
      (select json_build_object('ticketId', r."ticketId") from "RawInbound" r
        where r."workspaceId" = workspace and r.essence = ${raw.essence} and r.essence <> ''
          and r.id <> ${raw.id}::uuid and r.state = 'processed' and r."ticketId" is not null
        limit 1) as "alreadyHere",
      exists (select 1 from "OutgoingMail" o where o."workspaceId" = workspace
        and o."mailMessageId" = ${mail.messageId ?? ''}) as "sentByUs",
      (select json_build_object('id', c.id, 'displayName', c."displayName", 'locale', c.locale,
          'bounced', i."bouncedAt" is not null, 'wantsNone', exists (select 1 from "CustomerMailChoice" o
            where o."workspaceId" = workspace and o."customerId" = c.id and not o.acknowledgements),
          'acknowledged', (select count(*) from "Ticket" t
            join "OutgoingMail" o on o."workspaceId" = t."workspaceId" and o."uniqueKey" = 'ack:' || t.id
            where t."workspaceId" = workspace and t."requesterId" = c.id and t."activityAt" > since
              and o."createdAt" > since))
        from "CustomerIdentity" i join "Customer" c on c."workspaceId" = i."workspaceId" and c.id = i."customerId"
        where i."workspaceId" = workspace and i.kind = 'email' and i.value = sender) as customer,
      (select json_build_object('id', u.id, 'name', u.name, 'role', s.role, 'scope', s.scope, 'teamIds',
          (select coalesce(json_agg(tm."teamId"), '[]') from "TeamMember" tm
            where tm."workspaceId" = workspace and tm."userId" = u.id))
        from "Membership" s join "User" u on u.id = s."userId" where s."workspaceId" = workspace
          and s."deactivatedAt" is null and u.email = author) as staff,
      coalesce((select 'customer ' || c."blockedReason" from "CustomerIdentity" i
          join "Customer" c on c."workspaceId" = i."workspaceId" and c.id = i."customerId"
          where i."workspaceId" = workspace and i.kind = 'email' and i.value = sender and c."blockedAt" is not null),
        (select b.value || ' ' || b.reason from "BlockedSender" b where b."workspaceId" = workspace
          and ((b.kind = 'email' and b.value = sender) or (b.kind = 'domain' and b.value = split_part(sender, '@', 2)))
          order by b.kind desc limit 1)) as blocked,
      exists (select 1 from "ChannelAccount" a where a."workspaceId" = workspace and a.address = sender)
        as "fromMailbox",
      (select json_object_agg(x.locale, json_build_object('subject', x.subject, 'body', x.body))
        from "MailText" x where x."workspaceId" = workspace and x.kind = 'acknowledgement') as acknowledgements,
      ${namedSide(clues)} as "sideId",
      ${namedTickets(clues)} as tickets,
      ${reportedMail(given)} as reported
    from given`);
  if (!found) throw new Error(`no facts for ${raw.id}`);
  return toFacts(found);
}

/** The tickets that the mail names by number, and whether they know its sender. */
function namedTickets({ signedNumbers, agentTokens, subjectNumber }: Clues): Sql {
  const named = [
    ...signedNumbers,
    ...agentTokens.map(({ ticketNumber }) => ticketNumber),
    subjectNumber ?? 0,
  ];
  const numbers = named.filter((number) => number > 0 && number <= MOST_NUMBER);
  if (numbers.length === 0) return sql`'[]'::json`;
  return sql`(select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'knowsSender',
      exists (select 1 from "CustomerIdentity" i where i."workspaceId" = workspace and i.value = vouched
        and (i."customerId" = t."requesterId" or exists (select 1 from "Customer" a, "Customer" b
          where a."workspaceId" = workspace and a.id = i."customerId" and b."workspaceId" = workspace
            and b.id = t."requesterId" and a."organizationId" = b."organizationId")))
      or exists (select 1 from "Message" m join "MessageAddress" d on d."workspaceId" = m."workspaceId"
        and d."messageId" = m.id where m."workspaceId" = workspace and m."ticketId" = t.id and d.address = vouched)
      or exists (select 1 from "Membership" s join "User" u on u.id = s."userId"
        where s."workspaceId" = workspace and s."deactivatedAt" is null and u.email = vouched))), '[]')
    from "Ticket" t where t."workspaceId" = workspace and t.number = any(${numbers}::int[]))`;
}

/** By its signed address first; by what it answers only where no address names a ticket. */
function namedSide({ sideIds, signedNumbers, ids }: Clues): Sql {
  const answered = sql`(select m."sideConversationId" from "Message" m where m."workspaceId" = workspace
    and m."sideConversationId" is not null and m."messageId" = any(${ids}::text[]) order by m."createdAt" desc limit 1)`;
  const byAnswer = signedNumbers.length === 0 && ids.length > 0 ? answered : sql`null::uuid`;
  if (sideIds.length === 0) return byAnswer;
  return sql`coalesce((select s.id from "SideConversation" s where s."workspaceId" = workspace
    and s.id = any(${[...sideIds]}::uuid[]) limit 1), ${byAnswer})`;
}

/** The mail of our outbox to whose envelope sender this came, or that it says it is about. */
function reportedMail({ clues, mail }: Mail): Sql {
  if (!clues.bouncedMailId && !mail.reportedMessageId) return sql`null::json`;
  return sql`(select json_build_object('mailId', o.id, 'messageId', o."messageId", 'rcptTo', o."rcptTo", 'ticketId',
      (select m."ticketId" from "Message" m where m."workspaceId" = workspace and m.id = o."messageId"))
    from "OutgoingMail" o
    where o."workspaceId" = workspace and (o.id = ${clues.bouncedMailId}::uuid
      or o."mailMessageId" = ${mail.reportedMessageId ?? ''})
    order by o.id = ${clues.bouncedMailId}::uuid desc nulls last, o."createdAt" desc limit 1)`;
}

/**
 * Whose word it is: the one address in From, of which DMARC speaks too (RFC 9989 §5.3.1). Reply-To only says where answers
 * shall go, and anybody may name there whom they like.
 */
function authorOf({ from }: InboundMessage): string {
  return from.length === 1 ? (from[0]?.address.toLowerCase() ?? '') : '';
}

function toFacts({ messages, tickets, acknowledgements, ...found }: Found): Facts {
  return {
    ...found,
    acknowledgements: acknowledgements ?? {},
    thread: { tickets, messages: messages.filter(({ bulk }) => !bulk) },
  };
}
