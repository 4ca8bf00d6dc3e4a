import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { helpUrl } from '@/features/knowledge/help-metadata';
import type { InsertInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { findPortal } from '@/server/portal/portal';

/**
 * What to put into an answer of a ticket for a public article in one language: a link to it, or its text. The two are linked, so that
 * it can be counted which articles answer. Internal articles never come into an answer.
 */
export function insertIntoTicket(
  ctx: StaffContext,
  { ticketId, articleId, locale, as }: InsertInput,
): Promise<Result<Readonly<{ html: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, db } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { requesterId: true, assigneeId: true, teamId: true, workspace: { select: { slug: true } } },
    });
    const text = await tx.articleTranslation.findFirst({
      where: { workspaceId, articleId, locale, liveRevision: { not: null }, article: { audience: 'public' } },
      select: { slug: true, liveTitle: true, liveHtml: true },
    });
    if (!ticket || !text?.slug || !mayOnTicket(ctx.actor, 'ticket.reply', ticket))
      return fail({ code: 'not_found' });
    const portal = await findPortal(db, ticket.workspace.slug);
    if (!portal) return fail({ code: 'not_found' });
    const key = { workspaceId, articleId, ticketId, kind: 'inserted' };
    const by = { locale, byId: ctx.actor.id, at: ctx.now() };
    await tx.articleTicket.upsert({
      where: { workspaceId_articleId_ticketId_kind: key },
      create: { ...key, ...by },
      update: by,
    });
    const url = helpUrl(portal, { locale, path: `/articles/${text.slug}` });
    return ok({
      html:
        as === 'link'
          ? `<p><a href="${escaped(url)}">${escaped(text.liveTitle ?? url)}</a></p>`
          : (text.liveHtml ?? ''),
    });
  });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
