import type { SurveyLanguage, SurveyTerms } from '@/domain/survey/survey';
import { isLocale, LOCALES } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** A survey as commands load it. */
export type Survey = Readonly<{
  id: string;
  name: string;
  active: boolean;
  activeSince: Date | null;
  version: number;
  terms: SurveyTerms;
}>;

export const SURVEY = {
  id: true,
  name: true,
  active: true,
  activeSince: true,
  version: true,
  terms: true,
} as const;

/** A row whose terms were checked when they were saved. */
export const surveyOf = <Row extends Readonly<{ terms: unknown }>>(row: Row) => ({
  ...row,
  terms: row.terms as SurveyTerms,
});

/** The survey of this id; null when it is not here. */
export async function findSurvey(
  db: Db | Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
): Promise<Survey | null> {
  const row = await db.surveyDefinition.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: SURVEY,
  });
  return row && surveyOf(row);
}

/** The surveys that are on, in their order. */
export async function activeSurveys(
  db: Db | Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
): Promise<Survey[]> {
  const rows = await db.surveyDefinition.findMany({
    where: { workspaceId, active: true },
    orderBy: { position: 'asc' },
    take: 100,
    select: SURVEY,
  });
  return rows.map(surveyOf);
}

/** The first of these languages that surveys are written in. */
export const spoken = (wishes: readonly (string | null)[]): SurveyLanguage =>
  wishes.find(isLocale) ?? LOCALES[0];
