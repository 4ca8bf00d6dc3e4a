import { z } from 'zod';
import { isLocale, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';
import { FEEDBACK_REASONS } from './commands/give-feedback';

/** Where a list of what came of articles goes on: behind this row. */
export const readerPlace = z.object({ at: z.coerce.date(), id: z.uuid() });
export type ReaderPlace = z.output<typeof readerPlace>;

export type Listed<Row> = Readonly<{ rows: readonly Row[]; next: ReaderPlace | null }>;

/** What a reader said of an article. */
export type ReaderWords = Readonly<{
  id: string;
  at: Date;
  articleId: string;
  /** As readers see it in the language in which they read it. */
  title: string;
  locale: Locale;
  helped: boolean;
  reason: (typeof FEEDBACK_REASONS)[number] | null;
  comment: string;
}>;

type Asked = Readonly<{ articleId: string | null; after: ReaderPlace | null; most: number }>;
type Row = Readonly<Record<'locale' | 'title' | 'comment', string>> &
  Readonly<{ id: string; at: Date; articleId: string; helped: boolean; reason: string | null }>;

/** What readers said why an article helped or not, in their words or by a reason: of one article or of all, the newest first. */
export async function listReaderWords(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  { articleId, after, most }: Asked,
): Promise<Listed<ReaderWords>> {
  const of = articleId ? sql`f."articleId" = ${articleId}::uuid` : sql`true`;
  const rows = await db.$queryRaw<Row[]>`
    select f.id, f.at, f."articleId", f.locale, f.helped, f.reason, f.comment, coalesce(t."liveTitle", t.title, o.title, '') as title
    from "ArticleFeedback" f
    join "Article" a on a."workspaceId" = f."workspaceId" and a.id = f."articleId"
    left join "ArticleTranslation" t on t."workspaceId" = f."workspaceId" and t."articleId" = f."articleId" and t.locale = f.locale
    left join "ArticleTranslation" o on o."workspaceId" = a."workspaceId" and o."articleId" = a.id and o.locale = a.locale
    where f."workspaceId" = ${workspaceId}::uuid and (f.comment <> '' or f.reason is not null) and ${of} and ${behind(sql`(f.at, f.id)`, after)}
    order by f.at desc, f.id desc limit ${most + 1}`;
  return pageOf(rows.map(wordsOf), most);
}

const wordsOf = ({ locale, reason, ...row }: Row): ReaderWords => ({
  ...row,
  locale: isLocale(locale) ? locale : 'en',
  reason: FEEDBACK_REASONS.find((each) => each === reason) ?? null,
});

/** A ticket that has to do with an article. */
export type ArticleTicketRow = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: string;
  requester: string;
  at: Date;
  /** `after_reading` it, `written_from` it, or it was `inserted` into an answer. */
  kind: 'after_reading' | 'written_from' | 'inserted';
}>;

type AskedTickets = Readonly<{ articleId: string; after: ReaderPlace | null; most: number }>;

/** The tickets of visits that read the article, of the visit or of the customer who it was, opened within 24 hours: those that the reader may see. */
export async function listTicketsAfterReading(
  { db, workspaceId, actor }: StaffContext,
  { articleId, after, most }: AskedTickets,
): Promise<Listed<ArticleTicketRow>> {
  const rows = await db.$queryRaw<ArticleTicketRow[]>`
    with led as (
      select distinct t.id
      from "HelpVisit" v
      join "HelpSession" s on s."workspaceId" = v."workspaceId" and s.id = v."sessionId"
      join "Ticket" t on t."workspaceId" = s."workspaceId" and (t.id = s."ticketId" or t."requesterId" = s."customerId")
        and t."createdAt" between v.at and v.at + interval '24 hours'
      where v."workspaceId" = ${workspaceId}::uuid and v."articleId" = ${articleId}::uuid
    )
    select ${ticketColumns}, t."createdAt" as at, 'after_reading' as kind
    from led join "Ticket" t on t."workspaceId" = ${workspaceId}::uuid and t.id = led.id ${requester}
    where ${readableBy(actor)} and ${behind(sql`(t."createdAt", t.id)`, after)}
    order by t."createdAt" desc, t.id desc limit ${most + 1}`;
  return pageOf(rows, most);
}

/** The tickets that the article was written from or sent to, those that the reader may see. An answer taken back carried nothing. */
export async function listTicketsOfArticle(
  { db, workspaceId, actor }: StaffContext,
  { articleId, after, most }: AskedTickets,
): Promise<Listed<ArticleTicketRow>> {
  const rows = await db.$queryRaw<ArticleTicketRow[]>`
    select * from (
      select distinct on (t.id) ${ticketColumns}, x.at, x.kind
      from "ArticleTicket" x
      join "Ticket" t on t."workspaceId" = x."workspaceId" and t.id = x."ticketId" ${requester}
      left join "Message" m on m."workspaceId" = x."workspaceId" and m.id = x."messageId"
      where x."workspaceId" = ${workspaceId}::uuid and x."articleId" = ${articleId}::uuid and x.kind <> 'offered'
        and m.delivery is distinct from 'cancelled' and ${readableBy(actor)}
      order by t.id, x.at desc
    ) found
    where ${behind(sql`(found.at, found.id)`, after)}
    order by found.at desc, found.id desc limit ${most + 1}`;
  return pageOf(rows, most);
}

const ticketColumns = sql`t.id, t.number, t.subject, t.status::text as status, c."displayName" as requester`;
const requester = sql`join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"`;

const behind = (columns: Sql, after: ReaderPlace | null): Sql =>
  after ? sql`${columns} < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;

function pageOf<Found extends ReaderPlace>(rows: readonly Found[], most: number): Listed<Found> {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > most && last ? { at: last.at, id: last.id } : null };
}
