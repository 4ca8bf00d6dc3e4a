import type { ChatSurvey, ChatSurveyPage } from '@/domain/chat/protocol';
import type { SurveyLanguage } from '@/domain/survey/survey';
import type { AskedSurvey } from '@/features/surveys/asked-row';
import { noteAsked } from '@/features/surveys/commands/keep-asking';
import { offeredSurvey } from '@/features/surveys/offered-survey';
import { surveyWords } from '@/features/surveys/survey-words';
import { translator } from '@/i18n/translator';
import { placedToken, surveyAddress } from '@/server/crypto/survey-token';
import type { World } from '@/server/world';

type Chatting = World & Readonly<{ workspaceId: string; ticketId: string; language: SurveyLanguage }>;

/**
 * Asks in the window of a chat that is over: gives the question, or its page where further questions must be answered, for which
 * the window has no room. Null where no survey is asked in chats, or the visitor is not to be asked now. Whoever is given it
 * counts as asked; no answer is kept.
 */
export async function askInChat({
  language,
  ...named
}: Chatting): Promise<ChatSurvey | ChatSurveyPage | null> {
  const { db, now, workspaceId, ticketId } = named;
  const offer = { workspaceId, ticketId, place: 'chat', surveyId: null, now: now() } as const;
  const asked = await offeredSurvey(db, offer);
  if (!asked || asked.expired) return null;
  const token = placedToken('chat', { workspaceId, id: ticketId, surveyId: asked.surveyId });
  if (!(await noteAsked(named, { token }))) return null;
  if (asked.terms.questions.some(({ required }) => required)) return { page: surveyAddress(token) };
  return chatWords(asked, language);
}

async function chatWords(asked: AskedSurvey, language: SurveyLanguage): Promise<ChatSurvey> {
  const { surveyId, terms, workspace } = asked;
  const [t, { question, named, scores }] = await Promise.all([
    translator(language, 'survey'),
    surveyWords({ terms, locale: language, workspace }),
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
  return { survey: surveyId, question, named, scores, given, words };
}
