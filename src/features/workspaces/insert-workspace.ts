import type { Actor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { insertStandardCalendar } from '@/features/sla/commands/insert-standard-calendar';
import type { createWorkspaceInput } from '@/features/workspaces/inputs';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type World = Pick<Context, 'db' | 'now' | 'newId' | 'ip'>;

type NewWorkspace = ReturnType<typeof createWorkspaceInput.parse> & Readonly<{ by: Actor }>;

/** Creates a workspace within the caller's transaction; the owner must exist already. */
export async function insertWorkspace(
  tx: Tx,
  world: World,
  { ownerId, mailbox, by, ...fields }: NewWorkspace,
): Promise<Result<Readonly<{ workspaceId: string }>, Readonly<{ code: 'name.taken' | 'address.taken' }>>> {
  const { slug } = fields;
  if (await tx.workspace.findUnique({ where: { slug }, select: { id: true } })) {
    return fail({ code: 'name.taken' });
  }
  const address = mailbox?.address;
  if (address && (await tx.channelAccount.findUnique({ where: { address }, select: { id: true } }))) {
    return fail({ code: 'address.taken' });
  }
  const workspaceId = world.newId();
  const createdAt = world.now();
  await tx.workspace.create({ data: { id: workspaceId, createdAt, ...fields } });
  await tx.membership.create({ data: { workspaceId, userId: ownerId, role: 'owner', createdAt } });
  await insertStandardCalendar(tx, world, { workspaceId, ...fields });
  if (mailbox) {
    const id = world.newId();
    await tx.channelAccount.create({ data: { workspaceId, id, channel: 'email', createdAt, ...mailbox } });
  }
  const audit = { ...world, workspaceId, actor: by };
  await recordAudit(tx, audit, { action: 'workspace.created', target: fields.name });
  return ok({ workspaceId });
}
