import type { Actor } from '@/domain/permission/actor';
import { fail, type Result } from '@/domain/shared/result';
import { type CreateWorkspaceInput, createWorkspaceInput } from '@/features/workspaces/inputs';
import { insertWorkspace, type World } from '@/features/workspaces/insert-workspace';
import { transaction } from '@/server/db/transaction';

type Created = Readonly<{ workspaceId: string }>;
type Refused = Readonly<{ code: 'input.invalid' | 'name.taken' | 'address.taken' | 'not_found' }>;

const COMMAND_LINE: Actor = { kind: 'system', id: 'command_line', name: 'Command line' };

/** Creates a workspace with its owner and, when one is named, its first mailbox. For the command line and the seed. */
export async function createWorkspace(
  world: World,
  raw: CreateWorkspaceInput,
): Promise<Result<Created, Refused>> {
  const input = createWorkspaceInput.safeParse(raw);
  if (!input.success) return fail({ code: 'input.invalid' });
  return transaction(world, async (tx) => {
    const owner = await tx.user.findUnique({ where: { id: input.data.ownerId }, select: { id: true } });
    if (!owner) return fail({ code: 'not_found' });
    return insertWorkspace(tx, world, { ...input.data, by: COMMAND_LINE });
  });
}
