import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Said = Readonly<{ messageId: string; sendAt: Date }>;

/**
 * What the writer sent under this id before: a browser that did not hear the answer asks again. Null where the id is new or
 * none was given; fails where the message of this id is somebody else's.
 */
export async function saidBefore(
  tx: Tx,
  { workspaceId, actor, now }: StaffContext,
  messageId: string | undefined,
): Promise<Result<Said | null, Readonly<{ code: 'not_found' }>>> {
  if (messageId === undefined) return ok(null);
  const row = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { sendAt: true, authorUserId: true },
  });
  if (!row) return ok(null);
  if (row.authorUserId !== actor.id) return fail({ code: 'not_found' });
  return ok({ messageId, sendAt: row.sendAt ?? now() });
}
