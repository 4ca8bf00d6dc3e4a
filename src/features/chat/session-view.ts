import type { ChatSession } from '@/domain/chat/protocol';
import type { ChatAccountFacts } from '@/features/chat/account';
import { type ChatNews, readNews, type SessionRow } from '@/features/chat/news';
import { waitOf } from '@/features/chat/waiting';
import { surveyAddress, ticketToken } from '@/server/crypto/survey-token';
import type { Db, Tx } from '@/server/db/client';

export type SessionView = Readonly<{ session: ChatSession; sequence: number }>;

/** The session as its visitor sees it. `version` is the database's clock in microseconds, read with the rest. */
export async function sessionView(
  db: Db | Tx,
  account: ChatAccountFacts,
  sessionId: string,
): Promise<SessionView | null> {
  const { workspaceId } = account;
  const [news] = await readNews(db, [{ workspaceId, sessionId, after: Number.MAX_SAFE_INTEGER }]);
  return news ? viewOfNews(db, account, news) : null;
}

/** What was read of a session, as its visitor sees it. */
export async function viewOfNews(
  db: Db | Tx,
  account: ChatAccountFacts,
  { row }: ChatNews,
): Promise<SessionView> {
  const wait = row.place === null ? null : await waitOf(db, account);
  return {
    session: viewOf(row, { waitSeconds: wait?.waitSeconds ?? null, workspaceId: account.workspaceId }),
    sequence: row.sequence,
  };
}

type More = Readonly<{ waitSeconds: number | null; workspaceId: string }>;

function viewOf(row: SessionRow, { waitSeconds, workspaceId }: More): ChatSession {
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
    surveyUrl: row.asked && surveyAddress(ticketToken({ workspaceId, id: row.asked })),
  };
}
