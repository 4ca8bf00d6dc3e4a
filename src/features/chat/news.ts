import type { CallPromised, ChatLanguage, ChatSession } from '@/domain/chat/protocol';
import type { EntryRow } from '@/features/chat/entries';
import type { Db, Tx } from '@/server/db/client';

/** A chat of which somebody wants to know how it stands, and what was said after an entry. */
export type Wanted = Readonly<{ workspaceId: string; sessionId: string; after: number }>;

/** A session as the database has it, before it is told to anybody. */
export type SessionRow = Readonly<{
  id: string;
  version: string;
  state: ChatSession['state'];
  sequence: number;
  number: number | null;
  locale: ChatLanguage;
  agentName: string | null;
  place: number | null;
  visitorRead: number;
  agentDelivered: number;
  agentRead: number;
  name: string;
  email: string | null;
  phone: string | null;
  verified: boolean;
  endedBy: ChatSession['endedBy'];
  byMail: boolean;
  call: CallPromised | null;
  /** The ticket of an ended chat about which customers are asked. */
  asked: string | null;
}>;

/** What the desk is told at once only as long as nothing else has changed. */
type DeskFacts = Readonly<{
  acceptedById: string | null;
  waitingSince: string | null;
  assigneeId: string | null;
  teamId: string | null;
  requesterId: string | null;
}>;

export type ChatNews = Readonly<{
  sessionId: string;
  row: SessionRow;
  desk: DeskFacts;
  /** Oldest first, and at most one more than a browser is told at once. */
  entries: readonly EntryRow[];
}>;

/** Entries of which a browser is told at once; what lies before them stands in the ticket. */
export const MOST_ENTRIES = 200;
const LARGEST_INT = 2_147_483_647;

/** How chats stand, and their entries after the wanted ones, all in one statement; what is not there is left out. */
export async function readNews(db: Db | Tx, wanted: readonly Wanted[]): Promise<ChatNews[]> {
  const workspaces = wanted.map(({ workspaceId }) => workspaceId);
  const ids = wanted.map(({ sessionId }) => sessionId);
  const after = wanted.map((each) => Math.min(each.after, LARGEST_INT));
  const rows = await db.$queryRaw<
    Readonly<{ row: SessionRow; desk: DeskFacts; entries: EntryRow[] | null }>[]
  >`
    select json_build_object('id', s.id, 'version', floor(extract(epoch from clock_timestamp()) * 1000000)::bigint::text,
        'state', s.state, 'sequence', s.sequence, 'number', t.number, 'locale', s.locale, 'agentName', u.name,
        'visitorRead', s."visitorReadSequence", 'agentDelivered', s."agentDeliveredSequence",
        'agentRead', s."agentReadSequence", 'name', v.name, 'email', v.email, 'phone', v.phone,
        'verified', v."verifiedAt" is not null, 'endedBy', s."endedBy", 'byMail', s."byMail", 'call', s.call,
        'asked', case when s.state = 'ended' and s."acceptedById" is not null and exists (
          select 1 from "SurveyDefinition" d where d."workspaceId" = s."workspaceId" and d.active
            and d.trigger <> 'hand' and d.terms->'channels' @> '"chat"'::jsonb) then s."ticketId" end,
        'place', case when s.state = 'waiting' and s."waitingSince" is not null then (
          select count(*)::int from "ChatSession" o
          where o."workspaceId" = s."workspaceId" and o."channelAccountId" = s."channelAccountId"
            and o.state = 'waiting' and (o."waitingSince", o.id) <= (s."waitingSince", s.id)) end) as row,
      json_build_object('acceptedById', s."acceptedById", 'waitingSince', s."waitingSince", 'assigneeId', t."assigneeId",
        'teamId', t."teamId", 'requesterId', t."requesterId") as desk,
      n.entries
    from unnest(${workspaces}::uuid[], ${ids}::uuid[], ${after}::int[]) as asked("workspaceId", id, after)
    join "ChatSession" s on s."workspaceId" = asked."workspaceId" and s.id = asked.id
    join "ChatVisitor" v on v."workspaceId" = s."workspaceId" and v.id = s."visitorId"
    left join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    left join "User" u on u.id = s."acceptedById"
    left join lateral (
      select json_agg(to_json(x) order by x.sequence) as entries from (
        select e.sequence, e.type, e."clientId", e.data, e.at, m.id as "messageId", m."authorKind", m."authorName",
          m.channel, coalesce(nullif(m."visibleText", ''), m.text) as text, f.files
        from "ChatEvent" e
        left join "Message" m on m."workspaceId" = e."workspaceId" and m.id = e."messageId"
        left join lateral (
          -- The files of a call are its recording, which is for colleagues.
          select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size,
            'width', u.width, 'height', u.height) order by a.position) as files
          from "Attachment" a
          left join "ChatUpload" u on u."workspaceId" = a."workspaceId" and u."attachmentId" = a.id
          where a."workspaceId" = m."workspaceId" and a."messageId" = m.id and not a.inline
            and m.channel <> 'phone') f on true
        where e."workspaceId" = s."workspaceId" and e."sessionId" = s.id and e.sequence > asked.after
        order by e.sequence limit ${MOST_ENTRIES + 1}) x) n on true`;
  return rows.map(({ row, desk, entries }) => ({ sessionId: row.id, row, desk, entries: entries ?? [] }));
}
