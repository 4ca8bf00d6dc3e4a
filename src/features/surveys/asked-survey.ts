import type { SurveyTerms } from '@/domain/survey/survey';
import { type AskedSurvey, askedByHash, NOBODY } from '@/features/surveys/asked-row';
import { offeredSurvey } from '@/features/surveys/offered-survey';
import { spoken } from '@/features/surveys/survey-rows';
import { readSurveyToken } from '@/server/crypto/survey-token';
import type { Db, Tx } from '@/server/db/client';

type Read = Readonly<{ token: string; now: Date }>;

/** The survey of a link; null for a link that nobody here made, or whose survey, ticket or workspace is gone. */
export async function askedSurvey(db: Db | Tx, { token, now }: Read): Promise<AskedSurvey | null> {
  const read = readSurveyToken(token);
  if (!read) return null;
  if (read.kind === 'invite') return askedByHash(db, read.hash, now);
  if (read.kind === 'trial') return askedOnTrial(db, read);
  const { workspaceId, id: ticketId } = read;
  const named = read.kind === 'placed' ? { place: read.place, surveyId: read.surveyId } : LINK;
  return offeredSurvey(db, { workspaceId, ticketId, now, ...named });
}

const LINK = { place: 'link', surveyId: null } as const;

type Named = Readonly<{ workspaceId: string; id: string }>;

async function askedOnTrial(db: Db | Tx, { workspaceId, id }: Named): Promise<AskedSurvey | null> {
  const row = await db.surveyDefinition.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { version: true, terms: true, workspace: { select: { name: true, locale: true } } },
  });
  return (
    row && {
      ...NOBODY,
      mode: 'trial',
      workspaceId,
      workspace: row.workspace.name,
      locale: spoken([row.workspace.locale]),
      surveyId: id,
      surveyVersion: row.version,
      terms: row.terms as unknown as SurveyTerms,
    }
  );
}
