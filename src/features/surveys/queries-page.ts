import 'server-only';
import type { SurveyKind, SurveyLanguage } from '@/domain/survey/survey';
import type { AskedSurvey } from '@/features/surveys/asked-row';
import { askedSurvey } from '@/features/surveys/asked-survey';
import { offeredSurvey } from '@/features/surveys/offered-survey';
import { type SurveyWords, surveyWords } from '@/features/surveys/survey-words';
import { isLocale } from '@/i18n/locales';
import { placedToken } from '@/server/crypto/survey-token';
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
  return asked && pageOf(db, asked, language);
}

async function pageOf(
  db: World['db'],
  { terms, workspace, workspaceId, ticketId, expired, given, mode, ...asked }: AskedSurvey,
  language: string | undefined,
): Promise<SurveyPage> {
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

/** A question below a request, and whether it still has to be told that its customer has seen it. */
export type QuestionBelow = Readonly<{ token: string; page: SurveyPage; unseen: boolean }>;

/**
 * What a customer is asked below their request, and by which link: whoever asked for it, while it stands solved, where a
 * survey is asked in the portal and they may be asked now. Null where nobody asks. It keeps nothing.
 */
export async function questionBelow(
  { db, now, workspaceId, readerId, locale }: Reader,
  { id, status, requesterId }: Request,
): Promise<QuestionBelow | null> {
  if (requesterId !== readerId || (status !== 'solved' && status !== 'closed')) return null;
  const offer = { workspaceId, ticketId: id, place: 'portal', surveyId: null, now: now() } as const;
  const asked = await offeredSurvey(db, offer);
  if (!asked || asked.expired) return null;
  const token = placedToken('portal', { workspaceId, id, surveyId: asked.surveyId });
  return { token, page: await pageOf(db, asked, locale), unseen: asked.unsent };
}
