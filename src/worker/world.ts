import type { SystemActor } from '@/domain/permission/actor';
import type { Context, SystemContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';

/** Database, clock and ids of this process, bound to no workspace yet. */
export type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** The world of the worker process. */
export const workerWorld = (): World => ({ db: database(), now: () => new Date(), newId });

/** The product itself at work in one workspace. */
export function systemContext(world: World, workspaceId: string, id: SystemActor['id']): SystemContext {
  return { ...world, workspaceId, actor: { kind: 'system', id, name: id } };
}
