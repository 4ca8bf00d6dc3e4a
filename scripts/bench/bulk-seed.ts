import type pg from 'pg';
import { LANGUAGES, makeTexts, TEXTS } from './texts';

export type Scale = Readonly<{ tickets: number; messagesPerTicket: number }>;
export type Seeded = Readonly<{
  workspaceId: string;
  slug: string;
  userId: string;
  mailbox: string;
  /** Number of the ticket that has 50 messages. */
  longTicket: number;
}>;

const WORKSPACE = '01900000-0000-7000-8000-0000000000aa';
export const AGENTS = 100;
const TEAMS = 5;
const LONG_TICKET_MESSAGES = 50;

/** A UUID in whose last twelve digits a row's number stands. */
const id = (kind: number, number: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

/**
 * Fills a workspace with one statement per table: `tickets` tickets of `messagesPerTicket` messages, one customer for
 * every five, 100 agents in 5 teams; 7 % of the tickets are active, as in a desk that has run for years.
 */
export async function bulkSeed(client: pg.Client, { tickets, messagesPerTicket }: Scale): Promise<Seeded> {
  const customers = Math.max(10, Math.ceil(tickets / 5));
  const rare = Math.max(10, Math.floor(tickets / 20));
  await people(client, customers);
  await makeTexts(client);
  await client.query(
    `insert into "Ticket" ("workspaceId", id, number, subject, status, active, priority, type, channel, "channelAccountId",
       "requesterId", "assigneeId", "teamId", language, version, "createdAt", "updatedAt", "activityAt", "lastMessageAt",
       "lastMessageId", preview, "lastDirection")
     select $1, ${id(3, 'n')}, n, (array['Order','Rendelés','Pasūtījums','Invoice','Számla','Rēķins','Delivery','Garancia'])[1 + n % 8] || ' ' || n || case when n % ${rare} = 7 then ' ${RARE}' else '' end,
       status::"TicketStatus", status not in ('solved', 'closed'), (array['low','normal','normal','high','urgent'])[1 + n % 5]::"Priority",
       'question', 'email', $2, ${id(2, `n % ${customers}`)},
       case when n % 3 = 0 then null else ${id(1, `n % ${AGENTS}`)} end, ${id(4, `n % ${TEAMS}`)},
       ${languageOf('n')}, 1, at, at, at, at, ${id(5, `n * 64 + ${messagesPerTicket} - 1`)},
       'The parcel was to come on Tuesday and nobody has seen it yet', 'inbound'
     from (select n, now() - (($3::int - n) * interval '90 seconds') as at,
             case when n % 100 < 1 then 'new' when n % 100 < 4 then 'open' when n % 100 < 6 then 'pending'
                  when n % 100 < 7 then 'on_hold' when n % 100 < 15 then 'solved' else 'closed' end as status
           from generate_series(1, $3::int) as n) as t`,
    [WORKSPACE, MAILBOX, tickets],
  );
  await messages(client, `generate_series(1, ${tickets})`, `generate_series(0, ${messagesPerTicket - 1})`);
  const longTicket = tickets - (tickets % 100) - 97;
  await messages(
    client,
    `(values (${longTicket}))`,
    `generate_series(${messagesPerTicket}, ${LONG_TICKET_MESSAGES - 1})`,
  );
  await derived(client, messagesPerTicket);
  await client.query('vacuum analyze');
  return {
    workspaceId: WORKSPACE,
    slug: 'bench',
    userId: '01900001-0000-7000-8000-000000000000',
    mailbox: 'support@bench.test',
    longTicket,
  };
}

const MAILBOX = '01900006-0000-7000-8000-000000000001';

async function people(client: pg.Client, customers: number): Promise<void> {
  await client.query(`insert into "Workspace" (id, slug, name) values ($1, 'bench', 'Bench')`, [WORKSPACE]);
  await client.query(
    `insert into "User" (id, email, name) select ${id(1, 'n')}, 'agent' || n || '@bench.test', 'Agent ' || n
     from generate_series(0, ${AGENTS - 1}) as n`,
  );
  await client.query(
    `insert into "Membership" ("workspaceId", "userId", role) select $1, ${id(1, 'n')}, 'agent' from generate_series(0, ${AGENTS - 1}) as n`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "Team" ("workspaceId", id, name) select $1, ${id(4, 'n')}, 'Team ' || n from generate_series(0, ${TEAMS - 1}) as n`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "TeamMember" ("workspaceId", "teamId", "userId")
     select $1, ${id(4, `n % ${TEAMS}`)}, ${id(1, 'n')} from generate_series(0, ${AGENTS - 1}) as n`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "ChannelAccount" ("workspaceId", id, name, address) values ($1, $2, 'Bench', 'support@bench.test')`,
    [WORKSPACE, MAILBOX],
  );
  await client.query(
    `insert into "Customer" ("workspaceId", id, "displayName", "updatedAt")
     select $1, ${id(2, 'n')}, (array['Anna','Márton','Jānis','Sarah','Ilze'])[1 + n % 5] || ' ' || n, now()
     from generate_series(0, $2::int - 1) as n`,
    [WORKSPACE, customers],
  );
  await client.query(
    `insert into "CustomerIdentity" ("workspaceId", id, "customerId", kind, value)
     select $1, ${id(7, 'n')}, ${id(2, 'n')}, 'email', 'customer' || n || '@bench.example' from generate_series(0, $2::int - 1) as n`,
    [WORKSPACE, customers],
  );
}

/** A word that some twenty tickets have, whatever their number. */
export const RARE = 'zirconium';

const languageOf = (number: string) =>
  `(array['${LANGUAGES.join("','")}'])[1 + ${number} % ${LANGUAGES.length}]`;
const textOf = (number: string, index: string) => `(${number} * 7 + ${index} * 131) % ${TEXTS}`;

async function messages(client: pg.Client, tickets: string, indexes: string): Promise<void> {
  await client.query(
    `insert into "Message" ("workspaceId", id, "ticketId", direction, channel, "channelAccountId", "authorKind", "authorCustomerId",
       "authorUserId", "authorName", subject, text, "visibleText", "messageId", language, delivery, "sentAt", "createdAt")
     select $1, ${id(5, 'n * 64 + i')}, ${id(3, 'n')}, (case when i % 2 = 0 then 'inbound' else 'outbound' end)::"Direction", 'email', $2,
       (case when i % 2 = 0 then 'customer' else 'user' end)::"AuthorKind", case when i % 2 = 0 then t."requesterId" end,
       case when i % 2 = 1 then ${id(1, `n % ${AGENTS}`)} end, 'Somebody', t.subject, b.text, b.text,
       'bench.' || n || '.' || i || '@bench.example', t.language, (case when i % 2 = 1 then 'sent' end)::"DeliveryState",
       t."createdAt" + i * interval '1 minute', t."createdAt" + i * interval '1 minute'
     from ${tickets} as n(n), ${indexes} as i(i), "Ticket" t, bench_text b
     where t."workspaceId" = $1 and t.number = n and b.language = t.language and b.place = ${textOf('n', 'i')}`,
    [WORKSPACE, MAILBOX],
  );
}

async function derived(client: pg.Client, messagesPerTicket: number): Promise<void> {
  const places = Array.from({ length: messagesPerTicket }, (_, at) => at);
  const vectors = places.map((at) => `b${at}.vector`).join(' || ');
  const joins = places
    .map(
      (at) =>
        `join bench_text b${at} on b${at}.language = t.language and b${at}.place = ${textOf('t.number', String(at))}`,
    )
    .join(' ');
  await client.query(
    `insert into "MessageAddress" ("workspaceId", "messageId", kind, position, address)
     select m."workspaceId", m.id, kind::"AddressKind", 0, 'somebody@bench.example' from "Message" m, unnest(array['from','to']) as kind
     where m."workspaceId" = $1`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "TicketEvent" ("workspaceId", "ticketId", type, data, "actorKind", at)
     select "workspaceId", id, 'ticket.created', '{}', 'system', "createdAt" from "Ticket" where "workspaceId" = $1`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "TicketSearch" ("workspaceId", "ticketId", vector, "activityAt", version)
     select t."workspaceId", t.id, search_vector(t.language, t.subject, 'A') || ${vectors}, t."activityAt", t.version
     from "Ticket" t ${joins} where t."workspaceId" = $1`,
    [WORKSPACE],
  );
  await client.query(
    `insert into "SearchWord" ("workspaceId", word)
     select distinct $1::uuid, lexeme from (
       select vector from bench_text union all select vector from "TicketSearch" where vector @@ '${RARE}'::tsquery
     ) as said, unnest(said.vector) where lexeme ~ '^[a-z]{3,30}$' on conflict do nothing`,
    [WORKSPACE],
  );
  await client.query(`select setval(ticket_number_sequence($1::uuid)::regclass, 10000000)`, [WORKSPACE]);
}
