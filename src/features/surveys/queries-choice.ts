import 'server-only';
import type { StaffContext } from '@/server/context';

/** Since when a customer is asked no more, and how we know; null for who may be asked. */
export type SurveyStop = Readonly<{
  at: Date;
  source: 'link' | 'mail' | 'staff' | 'portal' | 'merge';
}> | null;

/** Whether this customer wants to be asked. */
export async function surveyStop({ db, workspaceId }: StaffContext, customerId: string): Promise<SurveyStop> {
  const row = await db.surveyOptOut.findUnique({
    where: { workspaceId_customerId: { workspaceId, customerId } },
    select: { at: true, source: true },
  });
  return row as SurveyStop;
}

/** A survey that colleagues may ask of a ticket's customer. */
export type HandSurvey = Readonly<{ id: string; name: string }>;

/** What may be asked by hand: the surveys that are on, those first that are asked only so; none on a schedule. */
export async function surveysByHand({ db, workspaceId }: StaffContext): Promise<HandSurvey[]> {
  return db.surveyDefinition.findMany({
    where: { workspaceId, active: true, trigger: { not: 'schedule' } },
    orderBy: [{ trigger: 'desc' }, { position: 'asc' }],
    take: 50,
    select: { id: true, name: true },
  });
}
