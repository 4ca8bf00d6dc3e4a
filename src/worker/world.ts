import type { SystemActor } from '@/domain/permission/actor';
import type { SystemContext } from '@/server/context';
import type { World } from '@/server/world';

/** The product itself at work in one workspace. */
export function systemContext(world: World, workspaceId: string, id: SystemActor['id']): SystemContext {
  return { ...world, workspaceId, actor: { kind: 'system', id, name: id } };
}
