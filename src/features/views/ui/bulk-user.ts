import { may } from '@/domain/permission/can';
import type { StaffPage } from '@/server/auth/require-staff';
import type { BulkUser } from './bulk-types';

/** Who changes many tickets at once in a list; null for those who may change none. */
export const bulkUser = ({ ctx, user }: StaffPage): BulkUser | null =>
  may(ctx.actor, 'ticket.update')
    ? { id: user.id, timeZone: user.timeZone, mayTrash: may(ctx.actor, 'ticket.delete') }
    : null;
