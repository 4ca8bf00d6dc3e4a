import type { CallPromised, ChatLanguage, ChatSession } from '@/domain/chat/protocol';
import type { ChatAccountFacts } from '@/features/chat/account';
import { waitOf } from '@/features/chat/waiting';
import type { Db, Tx } from '@/server/db/client';

type Row = Readonly<{
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
}>;

export type SessionView = Readonly<{ session: ChatSession; sequence: number }>;

/** The session as its visitor sees it. `version` is the database's clock in microseconds, read with the rest. */
export async function sessionView(
  db: Db | Tx,
  account: ChatAccountFacts,
  sessionId: string,
): Promise<SessionView | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select s.id, floor(extract(epoch from clock_timestamp()) * 1000000)::bigint::text as version, s.state::text,
      s.sequence, t.number, s.locale, u.name as "agentName", s."visitorReadSequence" as "visitorRead",
      s."agentDeliveredSequence" as "agentDelivered", s."agentReadSequence" as "agentRead", v.name, v.email, v.phone,
      v."verifiedAt" is not null as verified, s."endedBy"::text, s."byMail", s.call,
      case when s.state = 'waiting' and s."waitingSince" is not null then (
        select count(*)::int from "ChatSession" o
        where o."workspaceId" = s."workspaceId" and o."channelAccountId" = s."channelAccountId"
          and o.state = 'waiting' and (o."waitingSince", o.id) <= (s."waitingSince", s.id)) end as place
    from "ChatSession" s
    join "ChatVisitor" v on v."workspaceId" = s."workspaceId" and v.id = s."visitorId"
    left join "Ticket" t on t."workspaceId" = s."workspaceId" and t.id = s."ticketId"
    left join "User" u on u.id = s."acceptedById"
    where s."workspaceId" = ${account.workspaceId}::uuid and s.id = ${sessionId}::uuid`;
  if (!row) return null;
  const wait = row.place === null ? null : await waitOf(db, account);
  return { session: viewOf(row, wait?.waitSeconds ?? null), sequence: row.sequence };
}

function viewOf(row: Row, waitSeconds: number | null): ChatSession {
  const { id, state, endedBy, byMail, call, name, email, phone, verified, place } = row;
  return {
    id,
    version: Number(row.version),
    state,
    ticketNumber: row.number,
    language: row.locale,
    agent: row.agentName && state !== 'waiting' ? { name: row.agentName } : null,
    queue: place === null ? null : { place, waitSeconds },
    marks: { visitorRead: row.visitorRead, agentDelivered: row.agentDelivered, agentRead: row.agentRead },
    visitor: { name, email, phone, verified },
    endedBy,
    byMail,
    call,
  };
}
