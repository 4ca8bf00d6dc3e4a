import { textAsHtml } from '@/domain/channel/text-as-html';
import { personalDataIn } from '@/domain/knowledge/personal-data';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { findAnswered, type Told } from '@/features/knowledge/answered-ticket';
import type { FromTicketInput } from '@/features/knowledge/inputs';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { insertArticle } from './create-article';
import { linkFiles, storeArticleFile } from './keep-article-file';

/**
 * Begins an article from a ticket, in its language: the customer's question as a quotation and the last answer that a person gave,
 * as it was written and with its files, below a warning that names what may tell who somebody is. It is internal until somebody
 * opens it. The two are linked.
 */
export async function writeFromTicket(
  ctx: StaffContext,
  { ticketId }: FromTicketInput,
): Promise<Result<Readonly<{ articleId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  const ticket = await findAnswered(ctx, ticketId);
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
  const locale = isLocale(ticket.language) ? ticket.language : 'en';
  const kept = await keptFiles(ctx, ticket.files);
  const html = await draftOf(ticket, { locale, kept });
  const title = ticket.subject.trim().slice(0, 200) || `#${ticket.number}`;
  return transaction(ctx, async (tx) => {
    const place = { locale, title, audience: 'internal', categoryId: null, html, kind: 'written' } as const;
    const { articleId } = await insertArticle(tx, ctx, place);
    await linkFiles(tx, ctx, { articleId, ids: kept.map(({ id }) => id) });
    const by = { byId: ctx.actor.id, at: ctx.now() };
    await tx.articleTicket.create({
      data: { workspaceId, articleId, ticketId, kind: 'written_from', locale, ...by },
    });
    await recordAudit(tx, ctx, { action: 'article.created', target: title });
    return ok({ articleId });
  });
}

type Kept = Readonly<{
  id: string;
  url: string;
  name: string;
  contentId: string | null;
  picture: Readonly<{ width: number; height: number }> | null;
}>;

/** The files of the answer as files of an article: the ticket keeps its own. */
async function keptFiles(ctx: StaffContext, files: Told['files']): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const { name, type, sha256, contentId } of files) {
    const bytes = await storage().get(fileKey(ctx.workspaceId, sha256));
    const stored = bytes && (await storeArticleFile(ctx, { name, claimedType: type, bytes }));
    if (stored?.ok) kept.push({ ...stored.value, contentId });
  }
  return kept;
}

const LONGEST = 20_000;

type Writing = Readonly<{ locale: string; kept: readonly Kept[] }>;

async function draftOf(ticket: Told, { locale, kept }: Writing): Promise<string> {
  const { question, answer, subject, requester } = ticket;
  const t = await translator(locale, 'knowledge');
  const found = personalDataIn(`${subject}\n${question}\n${answer.text}`, [requester.displayName]);
  const named = found.map(({ text }) => text).join(', ');
  const warning = named
    ? `<div data-callout="warning">${textAsHtml(t('fromTicket.personal', { found: named }))}</div>`
    : '';
  const asked = question ? `<blockquote>${textAsHtml(question.slice(0, LONGEST))}</blockquote>` : '';
  return `${warning}${asked}${answered(answer, kept)}`;
}

/** The answer as it was written, its pictures in their places, and its other files below. */
function answered({ html, text }: Told['answer'], kept: readonly Kept[]): string {
  if (html === null) return `${textAsHtml(text.slice(0, LONGEST))}${listOf(kept)}`;
  const shown = new Set<string>();
  const body = html.replace(/<img ([^<>]*)>/g, (tag, attributes: string) => {
    const source = /src="cid:([^"]*)"/.exec(attributes)?.[1];
    const file = kept.find(({ contentId }) => contentId !== null && contentId === source);
    if (!file) return tag;
    shown.add(file.id);
    return pictureOf(file, /alt="([^"]*)"/.exec(attributes)?.[1] ?? '');
  });
  return `${body}${listOf(kept.filter(({ id }) => !shown.has(id)))}`;
}

const pictureOf = ({ url, picture }: Kept, alt: string) =>
  `<img src="${url}" alt="${alt}"${picture ? ` width="${picture.width}" height="${picture.height}"` : ''}>`;

const listOf = (files: readonly Kept[]) =>
  files
    .map((file) =>
      file.picture
        ? pictureOf(file, '')
        : `<p><a href="${file.url}">${textAsHtml(file.name).replace(/<\/?p>/g, '')}</a></p>`,
    )
    .join('');
