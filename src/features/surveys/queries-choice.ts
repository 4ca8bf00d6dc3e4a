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
