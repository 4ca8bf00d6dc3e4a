import 'server-only';
import type { StaffContext } from '@/server/context';

const SHOWN = 500;

/** The blocked addresses and domains, the newest first. */
export const listBlockedSenders = ({ db, workspaceId }: StaffContext) =>
  db.blockedSender.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, kind: true, value: true, reason: true, byName: true, createdAt: true },
  });

/** The blocked customers, those blocked last first. */
export const listBlockedCustomers = ({ db, workspaceId }: StaffContext) =>
  db.customer.findMany({
    where: { workspaceId, blockedAt: { not: null }, mergedIntoId: null },
    orderBy: [{ blockedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, displayName: true, blockedReason: true, blockedAt: true },
  });
