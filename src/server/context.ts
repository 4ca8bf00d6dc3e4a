import type { Actor, StaffActor, SystemActor } from '@/domain/permission/actor';
import type { Db } from '@/server/db/client';

/** Who asks, in which workspace, and the world they ask in. Made once per request or job, at a door. */
export type Context<By extends Actor = Actor> = Readonly<{
  workspaceId: string;
  actor: By;
  db: Db;
  now: () => Date;
  /** A new UUIDv7: rising with time, so that rows lie in the order in which they came. */
  newId: () => string;
  /** Where the request came from, for the audit log; absent for jobs and the command line. */
  ip?: string;
}>;

export type StaffContext = Context<StaffActor>;
export type SystemContext = Context<SystemActor>;
