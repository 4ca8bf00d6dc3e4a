import 'server-only';
import type { ChatSurvey } from '@/domain/chat/protocol';
import type { SurveyKind, SurveyLanguage } from '@/domain/survey/survey';
import { type AskedSurvey, askedSurvey } from '@/features/surveys/asked-survey';
import { type SurveyWords, surveyWords } from '@/features/surveys/survey-words';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import { ticketToken } from '@/server/crypto/survey-token';
import type { World } from '@/server/world';

/** A survey as its page shows it. */
export type SurveyPage = Readonly<{
  workspace: string;
  locale: SurveyLanguage;
  words: SurveyWords;
  kind: SurveyKind;
  steps: AskedSurvey['terms']['steps'];
  /** The subject of the ticket that it is about. */
  about: string | null;
  expired: boolean;
  trial: boolean;
  given: AskedSurvey['given'];
  /** How the workspace's own pages are painted; `logo` is an address, null where they have none. */
  brand: Readonly<{ accent: string | null; logo: string | null }>;
}>;

type Opened = Readonly<{ token: string; language: string | undefined }>;

/** What stands on the page of a link; null for a link that nobody made. It reads and keeps nothing. */
export async function getSurveyPage(
  { db, now }: Pick<World, 'db' | 'now'>,
  { token, language }: Opened,
): Promise<SurveyPage | null> {
  const asked = await askedSurvey(db, { token, now: now() });
  if (!asked) return null;
  const { terms, workspace, workspaceId, ticketId, expired, given, mode } = asked;
  const locale = isLocale(language) ? language : asked.locale;
  const ticket = ticketId
    ? await db.ticket.findUnique({
        where: { workspaceId_id: { workspaceId, id: ticketId } },
        select: { subject: true },
      })
    : null;
  const { kind, steps } = terms;
  const words = await surveyWords({ terms, locale, workspace });
  const trial = mode === 'trial';
  const about = ticket?.subject ?? null;
  const brand = await brandOf(db, workspaceId);
  return { workspace, locale, words, kind, steps, about, expired, trial, given, brand };
}

async function brandOf(db: World['db'], workspaceId: string): Promise<SurveyPage['brand']> {
  const row = await db.portalSettings.findUnique({
    where: { workspaceId },
    select: { accent: true, logoSha256: true, enabled: true, workspace: { select: { slug: true } } },
  });
  const shown = row?.enabled && row.logoSha256;
  const logo = shown ? `/api/portal/${row.workspace.slug}/logo?v=${shown.slice(0, 12)}` : null;
  return { accent: row?.accent ?? null, logo };
}

type Request = Readonly<{ id: string; status: string; requesterId: string }>;
type Reader = Pick<World, 'db' | 'now'> & Readonly<{ workspaceId: string; readerId: string; locale: string }>;

/**
 * What a customer is asked below their request, and by which link: whoever asked for it, while it stands solved, where the
 * survey is asked in the portal. Null where nobody asks. It keeps nothing.
 */
export async function questionBelow(
  { db, now, workspaceId, readerId, locale }: Reader,
  { id, status, requesterId }: Request,
): Promise<Readonly<{ token: string; page: SurveyPage }> | null> {
  if (requesterId !== readerId || (status !== 'solved' && status !== 'closed')) return null;
  const token = ticketToken({ workspaceId, id });
  const asked = await askedSurvey(db, { token, now: now() });
  if (!asked || asked.expired || !asked.terms.channels.includes('portal')) return null;
  const page = await getSurveyPage({ db, now }, { token, language: locale });
  return page && { token, page };
}

type Chatting = Pick<World, 'db' | 'now'> &
  Readonly<{ workspaceId: string; ticketId: string; language: SurveyLanguage }>;

/**
 * The question that a chat asks when it is over. Null where the survey is not asked in chats, is over, or has further questions
 * that must be answered, for which the window has no room. It keeps nothing.
 */
export async function questionInChat({ db, now, ...named }: Chatting): Promise<ChatSurvey | null> {
  const { workspaceId, ticketId, language } = named;
  const token = ticketToken({ workspaceId, id: ticketId });
  const asked = await askedSurvey(db, { token, now: now() });
  if (!asked || asked.expired || !asked.terms.channels.includes('chat')) return null;
  if (asked.terms.questions.some(({ required }) => required)) return null;
  const [t, { question, named: isNamed, scores }] = await Promise.all([
    translator(language, 'survey'),
    surveyWords({ terms: asked.terms, locale: language, workspace: asked.workspace }),
  ]);
  const words = {
    comment: `${t('page.comment')} (${t('page.optional')})`,
    send: t('page.send'),
    change: t('page.sendChange'),
    thanks: t('page.thanks'),
    thanksLow: t('page.thanksLow'),
    missing: t('page.wrongScore'),
    again: t('page.again'),
  };
  const given = asked.given && { score: asked.given.score, comment: asked.given.comment };
  return { question, named: isNamed, scores, given, words };
}
