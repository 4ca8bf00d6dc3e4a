import { z } from 'zod';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import { LOCALES } from '@/i18n/locales';
import { spendHelp } from '@/server/auth/help-limits';

/** Why an article did not help. */
export const FEEDBACK_REASONS = ['unclear', 'incomplete', 'wrong', 'other'] as const;

export const feedbackInput = z.object({
  article: z.uuid(),
  locale: z.enum(LOCALES),
  helped: z.enum(['yes', 'no']),
  reason: z.enum(FEEDBACK_REASONS).optional().catch(undefined),
  comment: z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim().slice(0, 1000))
    .default(''),
});
export type FeedbackInput = z.output<typeof feedbackInput>;

type Given = Readonly<{ place: string; cookie: string | null }>;
type Refused = Readonly<{ code: 'not_found' | 'rate.limited' }>;

/**
 * Keeps whether a public article helped: one answer of each session, the last one standing, so that a reason can follow a "no". Gives
 * where to go on, and the cookie of the session.
 */
export async function giveFeedback(
  visitor: HelpVisitor,
  input: FeedbackInput,
): Promise<Result<Given, Refused>> {
  const { db, workspaceId } = visitor;
  if ((await spendHelp('help-feedback', visitor.ip)) > 0) return fail({ code: 'rate.limited' });
  const text = await db.articleTranslation.findFirst({
    where: {
      workspaceId,
      articleId: input.article,
      locale: input.locale,
      liveRevision: { not: null },
      article: { audience: 'public' },
    },
    select: { slug: true },
  });
  if (!text?.slug) return fail({ code: 'not_found' });
  const asksWhy = input.helped === 'no' && !input.reason && input.comment === '';
  const place = `${visitor.href(input.locale, `/articles/${text.slug}`)}#${asksWhy ? 'why' : 'thanks'}`;
  if (visitor.isBot) return ok({ place, cookie: null });
  const sessionId = visitor.sessionId ?? visitor.newId();
  const said = {
    helped: input.helped === 'yes',
    reason: input.helped === 'yes' ? null : (input.reason ?? null),
    comment: input.comment,
    locale: input.locale,
    at: visitor.now(),
  };
  await db.articleFeedback.upsert({
    where: { workspaceId_articleId_sessionId: { workspaceId, articleId: input.article, sessionId } },
    create: { workspaceId, id: visitor.newId(), articleId: input.article, sessionId, ...said },
    update: said,
  });
  return ok({ place, cookie: visitor.cookieFor(sessionId) });
}
