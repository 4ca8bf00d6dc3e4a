import { fail, ok, type Result } from '@/domain/shared/result';
import type { MissInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';

/** Says that no article is needed for what was looked for; it comes up again with the next search. */
export async function settleMiss(
  { db, workspaceId, now }: StaffContext,
  { missId }: MissInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  const { count } = await db.searchMiss.updateMany({
    where: { workspaceId, id: missId },
    data: { settledAt: now() },
  });
  return count === 0 ? fail({ code: 'not_found' }) : ok(null);
}
