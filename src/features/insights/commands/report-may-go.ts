import { reportReader } from '@/features/insights/report-reader';
import type { Db } from '@/server/db/client';

type Mail = Readonly<{ workspaceId: string; uniqueKey: string | null }>;

/** Whether a mail with a board may still leave: its reader may see boards, and has not stopped it. */
export async function reportMayGo(db: Db, { workspaceId, uniqueKey }: Mail): Promise<boolean> {
  const id = uniqueKey?.split('/')[1];
  if (!id) return false;
  const report = await db.boardReport.findFirst({
    where: { workspaceId, id, ended: null },
    select: { userId: true },
  });
  return report !== null && (await reportReader(db, { workspaceId, userId: report.userId })) !== null;
}
