import 'server-only';
import { readMail } from '@/channels/email/read-mail';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import type { SourceRetention } from './commands/retention-fields';

export const HELD_SHOWS = ['held', 'discarded', 'received'] as const;
export type HeldShow = (typeof HELD_SHOWS)[number];

const PAGE = 50;
/** Enough for the head of nearly every mail. */
const HEAD_BYTES = 8192;
const SOURCE_SHOWN = 100_000;

type Row = Readonly<{
  id: string;
  reason: string | null;
  size: number;
  receivedAt: Date;
  envelopeFrom: string | null;
  mailbox: string;
  /** When its source was let go. */
  emptiedAt: Date | null;
  head: Uint8Array;
}>;

export type HeldRow = Omit<Row, 'head'> & Readonly<{ subject: string; sender: string }>;

type Asked = Readonly<{ show: HeldShow; before: string | null }>;

/** Stored mails that stand on no ticket, newest first, 50 at a time; `before` is the last id of the page before. */
export async function listHeld(
  ctx: StaffContext,
  { show, before }: Asked,
): Promise<Readonly<{ rows: readonly HeldRow[]; nextCursor: string | null }>> {
  const older = before
    ? sql`and (r."receivedAt", r.id) < (select x."receivedAt", x.id from "RawInbound" x
      where x."workspaceId" = r."workspaceId" and x.id = ${before}::uuid)`
    : sql``;
  const rows = await ctx.db.$queryRaw<Row[]>(sql`
    select r.id, r.reason, r.size, r."receivedAt", r."envelopeFrom", a.name as mailbox, r."emptiedAt",
      substring(r.bytes from 1 for ${HEAD_BYTES}::int) as head
    from "RawInbound" r join "ChannelAccount" a on a."workspaceId" = r."workspaceId" and a.id = r."channelAccountId"
    where r."workspaceId" = ${ctx.workspaceId}::uuid and r.state = ${show}::"InboundState" ${older}
    order by r."receivedAt" desc, r.id desc limit ${PAGE + 1}`);
  const shown = rows.slice(0, PAGE);
  return {
    rows: await Promise.all(shown.map(withHead)),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function withHead({ head, ...row }: Row): Promise<HeldRow> {
  const read = await readMail({ bytes: headOnly(head), receivedAt: row.receivedAt });
  const { subject, sender } = read.ok ? read.value : { subject: '', sender: null };
  return { ...row, subject, sender: sender?.address ?? row.envelopeFrom ?? '' };
}

/** Without the body, which would only take time to read. */
function headOnly(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = [buffer.indexOf('\r\n\r\n'), buffer.indexOf('\n\n')].filter((at) => at >= 0);
  return end.length > 0 ? buffer.subarray(0, Math.min(...end) + 4) : buffer;
}

export type HeldMail = NonNullable<Awaited<ReturnType<typeof getHeld>>>;

/** One stored mail: what the carrier said, why it stands where it stands, and as much of it as can be read. */
export async function getHeld({ db, workspaceId }: StaffContext, id: string) {
  const row = await db.rawInbound.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      source: true,
      envelopeFrom: true,
      envelopeTo: true,
      remoteAddress: true,
      bytes: true,
      size: true,
      state: true,
      reason: true,
      attempts: true,
      ticketId: true,
      receivedAt: true,
      emptiedAt: true,
      channelAccount: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { bytes, channelAccount, ticketId, ...rest } = row;
  const read = await readMail({ bytes, receivedAt: row.receivedAt });
  const ticket = ticketId
    ? await db.ticket.findUnique({
        where: { workspaceId_id: { workspaceId, id: ticketId } },
        select: { number: true },
      })
    : null;
  return {
    ...rest,
    mailbox: channelAccount.name,
    ticket: ticket?.number ?? null,
    subject: read.ok ? read.value.subject : '',
    words: read.ok ? read.value.text.slice(0, SOURCE_SHOWN) : null,
    shownSource: Buffer.from(bytes).toString('utf8', 0, SOURCE_SHOWN),
    isCut: bytes.byteLength > SOURCE_SHOWN,
  };
}

/** The stored source, byte for byte, for downloading. */
export async function getRawSource(
  { db, workspaceId }: StaffContext,
  id: string,
): Promise<Uint8Array | null> {
  const row = await db.rawInbound.findUnique({
    where: { workspaceId_id: { workspaceId, id }, emptiedAt: null },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}

/** For how many days what comes in is kept as it came. */
export function getSourceRetention({
  db,
  workspaceId,
}: Pick<StaffContext, 'db' | 'workspaceId'>): Promise<SourceRetention> {
  return db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { sourceDays: true, heldDays: true },
  });
}
