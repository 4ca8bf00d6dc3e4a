import type pg from 'pg';

export const WORKSPACE = '01900000-0000-7000-8000-0000000000bb';
export const MANAGER = '01900001-0000-7000-8000-0000000000ff';

const AGENTS = 20;
const TEAMS = 5;
export const MAILBOX = '01900006-0000-7000-8000-000000000002';

/** A UUID in whose last twelve digits a row's number stands. */
const id = (kind: number, number: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

/** Minutes between one message of a ticket and the next. */
const DELAY = `(3 + (t.number::bigint * 7919) % 290) * interval '1 minute'`;

/**
 * A workspace with `tickets` tickets spread over the last year: four messages each, assigned, solved (19 of 20), with a clock of a
 * promise, one to three tags; every fifth was asked about, of which every second answered, and every tenth had a call. One
 * statement per table, without triggers.
 */
export async function seedYear(client: pg.Client, tickets: number): Promise<void> {
  const customers = Math.max(10, Math.ceil(tickets / 5));
  await client.query(`set session_replication_role = replica`);
  await people(client, customers);
  await client.query(
    `insert into "Ticket" ("workspaceId", id, number, subject, status, active, priority, type, channel, "channelAccountId",
       "requesterId", "assigneeId", "teamId", language, version, "createdAt", "updatedAt", "activityAt", "lastMessageAt",
       "lastMessageId", preview, "lastDirection")
     select '${WORKSPACE}', ${id(3, 'n')}, n, 'Order ' || n, (case when n % 20 = 0 then 'open' else 'closed' end)::"TicketStatus",
       n % 20 = 0, (array['low','normal','normal','high','urgent'])[1 + n % 5]::"Priority",
       (array['question','problem','complaint'])[1 + n % 3]::"TicketType", (array['email','chat','phone','web'])[1 + n % 4]::"Channel",
       '${MAILBOX}', ${id(2, `n % ${customers}`)}, ${id(1, `(n * 31) % ${AGENTS}`)}, ${id(4, `n % ${TEAMS}`)},
       (array['en','hu','lv'])[1 + n % 3], 4, at, at, at, at, ${id(5, 'n * 4 + 3')}, 'Where is it?', 'outbound'
     from (select n, now() - interval '365 days' + n * (interval '365 days' / $1::int) as at from generate_series(1, $1::int) as n) as t`,
    [tickets],
  );
  await client.query(
    `insert into "Message" ("workspaceId", id, "ticketId", direction, channel, "channelAccountId", "authorKind",
       "authorUserId", "authorName", subject, text, "visibleText", language, "createdAt")
     select t."workspaceId", ${id(5, 't.number * 4 + i')}, t.id, (case when i % 2 = 0 then 'inbound' else 'outbound' end)::"Direction",
       t.channel, t."channelAccountId", (case when i % 2 = 0 then 'customer' else 'user' end)::"AuthorKind",
       case when i % 2 = 1 then t."assigneeId" end, '', '', 'Where is it?', 'Where is it?', t.language, t."createdAt" + i * ${DELAY}
     from "Ticket" t, generate_series(0, 3) as i`,
  );
  await events(client);
  await around(client);
  await client.query(`set session_replication_role = origin`);
  await client.query('vacuum analyze');
}

async function people(client: pg.Client, customers: number): Promise<void> {
  await client.query(
    `insert into "Workspace" (id, slug, name, "timeZone") values ('${WORKSPACE}', 'year', 'Year', 'Europe/Budapest')`,
  );
  await client.query(
    `insert into "User" (id, email, name) select ${id(1, 'n')}, 'agent' || n || '@bench.test', 'Agent ' || n
     from generate_series(0, ${AGENTS - 1}) as n
     union all select '${MANAGER}', 'manager@bench.test', 'Manager'`,
  );
  await client.query(
    `insert into "Membership" ("workspaceId", "userId", role)
     select '${WORKSPACE}', id, (case when id = '${MANAGER}' then 'manager' else 'agent' end)::"Role" from "User"`,
  );
  await client.query(
    `insert into "Team" ("workspaceId", id, name) select '${WORKSPACE}', ${id(4, 'n')}, 'Team ' || n from generate_series(0, ${TEAMS - 1}) as n`,
  );
  await client.query(
    `insert into "Tag" ("workspaceId", id, name) select '${WORKSPACE}', ${id(8, 'n')}, 'tag' || n from generate_series(0, 29) as n`,
  );
  await client.query(
    `insert into "ChannelAccount" ("workspaceId", id, name, address) values ('${WORKSPACE}', '${MAILBOX}', 'Year', 'support@year.test')`,
  );
  await client.query(
    `insert into "Customer" ("workspaceId", id, "displayName", "updatedAt")
     select '${WORKSPACE}', ${id(2, 'n')}, 'Anna ' || n, now() from generate_series(0, $1::int - 1) as n`,
    [customers],
  );
}

const said = (index: number) =>
  `'message.added', jsonb_build_object('messageId', ${id(5, `t.number * 4 + ${index}`)}), '${index % 2 === 0 ? 'customer' : 'user'}'`;

async function events(client: pg.Client): Promise<void> {
  await client.query(
    `insert into "TicketEvent" ("workspaceId", "ticketId", type, data, "actorKind", "actorId", at, version)
     select t."workspaceId", t.id, e.type, e.data, e.who, case when e.who = 'user' then t."assigneeId"::text end,
       t."createdAt" + (e.version - 1) * ${DELAY}, e.version
     from "Ticket" t cross join lateral (values
       (1, 'ticket.created', '{}'::jsonb, 'system'), (1, ${said(0)}),
       (2, ${said(1)}), (2, 'ticket.status_changed', '{"from": "new", "to": "open"}'::jsonb, 'user'),
       (2, 'ticket.assigned', jsonb_build_object('from', null, 'to', t."assigneeId"), 'user'),
       (3, ${said(2)}), (4, ${said(3)}),
       (4, 'ticket.status_changed', '{"from": "open", "to": "closed"}'::jsonb, 'user')
     ) as e(version, type, data, who)
     where not (t.active and e.data->>'to' = 'closed')
     order by t.number, e.version`,
  );
}

/** Clocks, tags, surveys and calls. */
async function around(client: pg.Client): Promise<void> {
  await client.query(
    `insert into "SlaClock" ("workspaceId", id, "ticketId", metric, sequence, target, "startedAt", consumed, "fulfilledAt", "breachedAt")
     select t."workspaceId", gen_random_uuid(), t.id, 'first_reply', 1, 3600000, t."createdAt", 0, t."createdAt" + ${DELAY},
       case when t.number % 17 = 0 then t."createdAt" + interval '1 hour' end
     from "Ticket" t`,
  );
  await client.query(
    `insert into "TicketTag" ("workspaceId", "ticketId", "tagId")
     select t."workspaceId", t.id, ${id(8, `(t.number * 13 + n * 7) % 30`)} from "Ticket" t, generate_series(0, t.number % 3) as n`,
  );
  await surveys(client);
  await client.query(
    `insert into "CallLog" ("workspaceId", id, provider, direction, status, completion, "startedAt", "endedAt", "talkSeconds",
       "waitSeconds", "timeToAnswer", "ticketId", "customerId", "agentId", "teamId", tags, "createdAt", "updatedAt")
     select t."workspaceId", gen_random_uuid(), 'hand', 'inbound', 'ended', 'completed', t."createdAt", t."createdAt" + interval '6 minutes',
       120 + t.number % 400, t.number % 60, t.number % 60, t.id, t."requesterId", t."assigneeId", t."teamId", '{}', t."createdAt", t."createdAt"
     from "Ticket" t where t.number % 10 = 1`,
  );
}

async function surveys(client: pg.Client): Promise<void> {
  const survey = id(9, '1');
  await client.query(
    `insert into "SurveyDefinition" ("workspaceId", id, name, kind, trigger, terms, position, "createdAt", "updatedAt")
     values ('${WORKSPACE}', ${survey}, 'Satisfaction', 'csat', 'solved', '{"kind": "csat", "steps": 5}', 1, now(), now())`,
  );
  await client.query(
    `insert into "SurveyInvite" ("workspaceId", id, "surveyId", "surveyVersion", "customerId", "ticketId", "agentId", "teamId", channel,
       locale, state, "tokenHash", "dueAt", "sentAt", "createdAt")
     select t."workspaceId", ${id(9, 't.number * 2')}, ${survey}, 1, t."requesterId", t.id, t."assigneeId", t."teamId", 'email', t.language,
       'sent', t.id::text, at, at, at
     from (select *, "createdAt" + interval '1 day' as at from "Ticket" where number % 5 = 0) as t`,
  );
  await client.query(
    `insert into "SurveyAnswer" ("workspaceId", "inviteId", "surveyId", "customerId", "ticketId", "agentId", "teamId", locale, score, mood,
       answers, at, "changedAt")
     select i."workspaceId", i.id, i."surveyId", i."customerId", i."ticketId", i."agentId", i."teamId", i.locale, 1 + t.number / 10 % 5, 'good', '{}',
       i."sentAt", i."sentAt"
     from "SurveyInvite" i join "Ticket" t on t.id = i."ticketId" where t.number % 10 = 0`,
  );
}
