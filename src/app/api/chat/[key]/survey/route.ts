import { fail, ok } from '@/domain/shared/result';
import { endedTicket } from '@/features/chat/ended-ticket';
import { chatAnswer, surveyLanguage } from '@/features/chat/protocol';
import { inputOf, preflight, visitorRoute } from '@/features/chat/visitor-door';
import { answerInChat } from '@/features/surveys/commands/answer-in-chat';
import { askInChat } from '@/features/surveys/commands/ask-in-chat';

/** What the visitor is asked now that the chat is over; null where nobody asks. They count as asked; no answer is kept. */
export const GET = visitorRoute(async ({ request, ctx, visitor }) => {
  const language = surveyLanguage.safeParse(new URL(request.url).searchParams.get('language'));
  if (!language.success) return fail({ code: 'input.invalid' });
  const ticketId = await endedTicket(ctx, visitor);
  const { db, now, newId, workspaceId } = ctx;
  const asked = { db, now, newId, workspaceId, language: language.data };
  return ok(Response.json(ticketId ? await askInChat({ ...asked, ticketId }) : null));
});

/** Keeps the visitor's answer; the latest counts. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  const input = await inputOf(request, chatAnswer);
  if (!input.ok) return input;
  const ticketId = await endedTicket(ctx, visitor);
  if (!ticketId) return fail({ code: 'not_found' });
  const { db, now, newId, workspaceId } = ctx;
  const answered = await answerInChat({ db, now, newId }, { workspaceId, ticketId }, input.value);
  return answered.ok ? ok(Response.json(answered.value)) : answered;
});

export const OPTIONS = preflight;
