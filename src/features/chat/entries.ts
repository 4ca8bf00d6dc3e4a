import type { ChatEntry, ChatFile, ChatLineKind, ChatMessage } from '@/domain/chat/protocol';
import type { Db, Tx } from '@/server/db/client';
import { fileLink } from '@/server/storage/file-link';

type FileRow = Readonly<{
  id: string;
  name: string;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
}>;

/** An entry as the database has it. */
export type EntryRow = Readonly<{
  sequence: number;
  type: 'message' | 'line';
  clientId: string | null;
  data: Readonly<{ kind?: ChatLineKind; person?: string | null; detail?: string | null }>;
  /** From a list in JSON it comes as text. */
  at: Date | string;
  messageId: string | null;
  authorKind: 'customer' | 'user' | 'system' | null;
  authorName: string | null;
  channel: string | null;
  text: string | null;
  files: readonly FileRow[] | null;
}>;

type Wanted = Readonly<{
  sessionId: string;
  /** Only what came after this sequence. */
  after: number;
  /** At most so many, the oldest first, or with `newest` the newest ones. */
  limit: number;
  newest?: boolean;
}>;

/** Where the files of a chat are read: differs for visitors and for staff. */
export type FileAddress = (fileId: string) => string;

/** The conversation of a chat from a sequence on, oldest first, with the words as they stand on the ticket. */
export async function chatEntries(
  db: Db | Tx,
  { workspaceId }: Readonly<{ workspaceId: string }>,
  ...[{ sessionId, after, limit, newest = false }, address]: [Wanted, FileAddress]
): Promise<ChatEntry[]> {
  const rows = await db.$queryRaw<EntryRow[]>`
    select e.sequence, e.type, e."clientId", e.data, e.at, m.id as "messageId", m."authorKind"::text, m."authorName",
      m.channel::text, coalesce(nullif(m."visibleText", ''), m.text) as text, f.files
    from "ChatEvent" e
    left join "Message" m on m."workspaceId" = e."workspaceId" and m.id = e."messageId"
    left join lateral (
      -- The files of a call are its recording, which is for colleagues.
      select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'width', u.width,
        'height', u.height) order by a.position) as files
      from "Attachment" a
      left join "ChatUpload" u on u."workspaceId" = a."workspaceId" and u."attachmentId" = a.id
      where a."workspaceId" = m."workspaceId" and a."messageId" = m.id and not a.inline
        and m.channel <> 'phone') f on true
    where e."workspaceId" = ${workspaceId}::uuid and e."sessionId" = ${sessionId}::uuid and e.sequence > ${after}
    order by case when ${newest} then -e.sequence else e.sequence end
    limit ${limit}`;
  const entries = rows.map((row) => entryOf(row, address));
  return newest ? entries.reverse() : entries;
}

/** An entry as it is told. */
export function entryOf(row: EntryRow, address: FileAddress): ChatEntry {
  const { sequence, data, at } = row;
  if (row.type === 'message') return { sequence, type: 'message', message: messageOf(row, address) };
  const person = data.person ? { name: data.person } : null;
  const kind = data.kind ?? 'ended';
  return {
    sequence,
    type: 'line',
    kind,
    at: new Date(at).toISOString(),
    person,
    detail: data.detail ?? null,
  };
}

const FROM = { customer: 'visitor', user: 'agent', system: 'system' } as const;

function messageOf(row: EntryRow, address: FileAddress): ChatMessage {
  const { messageId, clientId, authorKind, authorName, channel, text, files, at } = row;
  return {
    id: messageId ?? '',
    clientId,
    from: FROM[authorKind ?? 'system'],
    author: authorKind === 'user' && authorName ? { name: authorName } : null,
    text: text ?? '',
    files: (files ?? []).map((file) => fileOf(file, address)),
    at: new Date(at).toISOString(),
    channel: channel === 'chat' || channel === 'email' || channel === 'phone' ? channel : 'other',
    edited: false,
  };
}

/** A file as the conversation shows it. */
export function fileOf({ id, name, type, size, width, height }: FileRow, address: FileAddress): ChatFile {
  const picture = width !== null && height !== null ? { width, height } : null;
  return { id, name, type, size, url: address(id), picture };
}

/** Addresses that open without a session, for a day and more. */
export const visitorFiles =
  (account: Readonly<{ workspaceId: string; publicKey: string }>, at: Date): FileAddress =>
  (id) => {
    const { until, mac } = fileLink(account.workspaceId, id, at);
    return `/api/chat/${account.publicKey}/files/${id}?until=${until}&mac=${mac}`;
  };
