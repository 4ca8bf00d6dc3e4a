import type { StaffActor } from '@/domain/permission/actor';
import type { Facts } from './facts';

/** A member as the one who acts, with the rights of their role. */
export function staffActorOf({ id, name, role, scope, teamIds }: NonNullable<Facts['staff']>): StaffActor & {
  id: string;
} {
  return { kind: 'user', id, name, role, scope, teamIds };
}
