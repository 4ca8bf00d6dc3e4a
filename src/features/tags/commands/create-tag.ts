import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'forbidden' | 'name.taken' }>;

/** Makes a tag before any ticket has it. `name` is in lower case; fails when there is one of that name. */
export async function createTag(
  ctx: StaffContext,
  { name }: Readonly<{ name: string }>,
): Promise<Result<Readonly<{ tagId: string }>, Refused>> {
  if (!may(ctx.actor, 'ticket.update')) return fail({ code: 'forbidden' });
  return transaction(ctx, async (tx) => {
    const id = ctx.newId();
    const { count } = await tx.tag.createMany({
      data: [{ workspaceId: ctx.workspaceId, id, name, createdAt: ctx.now() }],
      skipDuplicates: true,
    });
    return count === 0 ? fail({ code: 'name.taken' }) : ok({ tagId: id });
  });
}
