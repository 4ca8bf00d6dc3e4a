import { textAsHtml } from '@/domain/channel/text-as-html';
import { personalDataIn } from '@/domain/knowledge/personal-data';
import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { FromTicketInput } from '@/features/knowledge/inputs';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { insertArticle } from './create-article';

/**
 * Begins an article from a ticket, in its language: the customer's question as a quotation and the last public answer, with a
 * warning above that names what may tell who somebody is. The two are linked.
 */
export function writeFromTicket(
  ctx: StaffContext,
  { ticketId }: FromTicketInput,
): Promise<Result<Readonly<{ articleId: string }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return fail({ code: 'not_found' });
    const locale = isLocale(ticket.language) ? ticket.language : 'en';
    const html = await draftOf(ticket, locale);
    const title = ticket.subject.trim().slice(0, 200) || `#${ticket.number}`;
    const place = { locale, title, audience: 'public', categoryId: null, html, kind: 'written' } as const;
    const { articleId } = await insertArticle(tx, ctx, place);
    const by = { byId: ctx.actor.id, at: ctx.now() };
    await tx.articleTicket.create({
      data: { workspaceId, articleId, ticketId, kind: 'written_from', locale, ...by },
    });
    await recordAudit(tx, ctx, { action: 'article.created', target: title });
    return ok({ articleId });
  });
}

async function findTicket(tx: Tx, { workspaceId }: StaffContext, id: string) {
  const message = { text: true, direction: true } as const;
  const [ticket, question, answer] = await Promise.all([
    tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: {
        number: true,
        subject: true,
        language: true,
        requesterId: true,
        assigneeId: true,
        teamId: true,
        requester: { select: { displayName: true } },
      },
    }),
    tx.message.findFirst({
      where: { workspaceId, ticketId: id, direction: 'inbound' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: message,
    }),
    tx.message.findFirst({
      where: { workspaceId, ticketId: id, direction: 'outbound' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: message,
    }),
  ]);
  return ticket && { ...ticket, question: question?.text ?? '', answer: answer?.text ?? '' };
}

type Told = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

const LONGEST = 20_000;

async function draftOf({ question, answer, subject, requester }: Told, locale: string): Promise<string> {
  const t = await translator(locale, 'knowledge');
  const found = personalDataIn(`${subject}\n${question}\n${answer}`, [requester.displayName]);
  const named = found.map(({ text }) => text).join(', ');
  const warning = named
    ? `<div data-callout="warning">${textAsHtml(t('fromTicket.personal', { found: named }))}</div>`
    : '';
  const asked = question ? `<blockquote>${textAsHtml(question.slice(0, LONGEST))}</blockquote>` : '';
  return `${warning}${asked}${textAsHtml(answer.slice(0, LONGEST))}`;
}
