import type { StaffActor } from '@/domain/permission/actor';
import { type AuditFact, recordAudit } from '@/features/audit/commands/record-audit';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type World = Pick<Context, 'now' | 'newId' | 'ip'>;
type Person = Readonly<{ id: string; name: string; email: string }>;

/** Writes down what somebody did to their own account in the log of each workspace that they may enter. */
export async function auditEverywhere(
  tx: Tx,
  world: World,
  { person, action }: Readonly<{ person: Person; action: AuditFact['action'] }>,
): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { userId: person.id, deactivatedAt: null },
    select: { workspaceId: true, role: true, scope: true },
  });
  for (const { workspaceId, role, scope } of memberships) {
    const actor: StaffActor = { kind: 'user', id: person.id, name: person.name, role, scope, teamIds: [] };
    await recordAudit(tx, { ...world, workspaceId, actor }, { action, target: person.email });
  }
}
