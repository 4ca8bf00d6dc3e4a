import { correctFocus } from '@/features/focus/commands/correct-focus';
import type { StaffContext } from '@/server/context';

type Other = Readonly<{ ticketId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** Each action on the time of a ticket with the ids of another workspace. */
export const FOCUS_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  correctFocus: [(ctx, { ticketId }) => correctFocus(ctx, { ticketId, minutes: 5, reason: 'Mine' })],
};
