import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { answerHtml } from '@/features/knowledge/answer-html';
import { helpUrl } from '@/features/knowledge/help-metadata';
import type { InsertInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { findPortal } from '@/server/portal/portal';

type Insertable = Readonly<{ slug: string | null; liveTitle: string | null; liveHtml: string | null }>;

/**
 * What to put into an answer or a note of a ticket for an article in one language: a link to it, or its text as a mail can carry
 * it. Internal articles come into notes only. An article offered for an answer counts once an answer that carries it is sent.
 */
export function insertIntoTicket(
  ctx: StaffContext,
  input: InsertInput,
): Promise<Result<Readonly<{ html: string }>, Readonly<{ code: 'not_found' }>>> {
  const { locale, as, into } = input;
  return transaction(ctx, async (tx) => {
    const place = await placeFor(tx, ctx, input);
    if (!place) return fail({ code: 'not_found' });
    const html =
      as === 'link' ? await linkTo(ctx, place) : await answerHtml(place.text.liveHtml ?? '', locale);
    if (html === null) return fail({ code: 'not_found' });
    if (into === 'reply') await offer(tx, ctx, input);
    return ok({ html });
  });
}

/** Null where the ticket may not be written on, or its reader may not read the article. */
async function placeFor(tx: Tx, { workspaceId, actor }: StaffContext, input: InsertInput) {
  const { ticketId, articleId, locale, into } = input;
  const ticket = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { requesterId: true, assigneeId: true, teamId: true, workspace: { select: { slug: true } } },
  });
  const article = into === 'note' ? {} : { audience: 'public' as const };
  const text = await tx.articleTranslation.findFirst({
    where: { workspaceId, articleId, locale, liveRevision: { not: null }, slug: { not: null }, article },
    select: { slug: true, liveTitle: true, liveHtml: true },
  });
  const permission = into === 'note' ? 'ticket.note' : 'ticket.reply';
  if (!ticket || !text || !mayOnTicket(actor, permission, ticket)) return null;
  return { input, workspace: ticket.workspace.slug, text };
}

async function offer(tx: Tx, { workspaceId, actor, now }: StaffContext, input: InsertInput): Promise<void> {
  const { articleId, ticketId, locale } = input;
  const key = { workspaceId, articleId, ticketId, kind: 'offered' };
  const by = { locale, byId: actor.id, at: now() };
  await tx.articleTicket.upsert({
    where: { workspaceId_articleId_ticketId_kind: key },
    create: { ...key, ...by },
    update: by,
  });
}

type Place = Readonly<{ input: InsertInput; workspace: string; text: Insertable }>;

/** Customers are led to the help centre, colleagues to where they read; null where there is no help centre. */
async function linkTo({ db }: StaffContext, { input, workspace, text }: Place): Promise<string | null> {
  const { articleId, locale, into } = input;
  const portal = await findPortal(db, workspace);
  if (!portal) return null;
  const url =
    into === 'note'
      ? `${env().PUBLIC_URL}/${workspace}/knowledge/${articleId}/read?locale=${locale}`
      : helpUrl(portal, { locale, path: `/articles/${text.slug}` });
  return `<p><a href="${escaped(url)}">${escaped(text.liveTitle ?? url)}</a></p>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
