import 'server-only';
import { readMail } from '@/channels/email/read-mail';
import type { StaffContext } from '@/server/context';
import { isSecret } from './secret-kinds';

export const MAIL_SHOWS = ['all', 'waiting', 'failed'] as const;
export type MailShow = (typeof MAIL_SHOWS)[number];

const STATES = {
  all: undefined,
  waiting: { in: ['queued', 'sending', 'deferred'] },
  failed: { in: ['failed'] },
} as const;

const PAGE = 50;

type Asked = Readonly<{ show: MailShow; before: string | null }>;

export type MailRow = Awaited<ReturnType<typeof listMails>>['rows'][number];

/** What the workspace sends, newest first, 50 at a time; `before` is the id of the last one of the page before. */
export async function listMails({ db, workspaceId }: StaffContext, { show, before }: Asked) {
  const state = STATES[show];
  const rows = await db.outgoingMail.findMany({
    where: {
      workspaceId,
      ...(state && { state: { in: [...state.in] } }),
      ...(before && { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      kind: true,
      subject: true,
      rcptTo: true,
      state: true,
      via: true,
      lastError: true,
      runAt: true,
      createdAt: true,
      sentAt: true,
    },
  });
  const shown = rows.slice(0, PAGE);
  return { rows: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

export type MailDetail = NonNullable<Awaited<ReturnType<typeof getMail>>>;

/** One outgoing mail with what it says; its words are kept back where only the recipient may see them. */
export async function getMail({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      kind: true,
      subject: true,
      mailFrom: true,
      rcptTo: true,
      mailMessageId: true,
      state: true,
      via: true,
      attempts: true,
      lastError: true,
      runAt: true,
      createdAt: true,
      sentAt: true,
      text: true,
      raw: true,
      message: { select: { text: true, ticket: { select: { number: true } } } },
    },
  });
  if (!row) return null;
  const { raw, text, message, ...rest } = row;
  const secret = isSecret(row);
  const read = raw && !secret ? await readMail({ bytes: raw, receivedAt: row.createdAt }) : null;
  const source = raw && !secret ? Buffer.from(raw).toString('utf8', 0, SOURCE_SHOWN) : null;
  const written = read?.ok ? read.value : null;
  return {
    ...rest,
    secret,
    ticket: message?.ticket?.number ?? null,
    words: secret ? null : (written?.text ?? text ?? message?.text ?? null),
    html: written?.html ?? null,
    source,
  };
}

const SOURCE_SHOWN = 100_000;

/** The source of a mail that has left, for downloading; null where there is none to be seen. */
export async function getMailSource(
  { db, workspaceId }: StaffContext,
  id: string,
): Promise<Uint8Array | null> {
  const row = await db.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { kind: true, via: true, raw: true },
  });
  return row && !isSecret(row) ? row.raw : null;
}
