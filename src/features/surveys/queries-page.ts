import 'server-only';
import type { SurveyKind, SurveyLanguage } from '@/domain/survey/survey';
import { type AskedSurvey, askedSurvey } from '@/features/surveys/asked-survey';
import { type SurveyWords, surveyWords } from '@/features/surveys/survey-words';
import { isLocale } from '@/i18n/locales';
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
  return { workspace, locale, words, kind, steps, about: ticket?.subject ?? null, expired, trial, given };
}
