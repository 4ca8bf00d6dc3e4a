import { z } from 'zod';
import { deskUpdateInput } from '@/features/tickets/inputs';

/** The most tickets that are changed in one call. */
export const EACH_LIMIT = 50;

/**
 * Changes of several tickets, each with what its writer saw: a field that is something else by now keeps what it is.
 */
export const changeEachInput = z.object({ changes: z.array(deskUpdateInput).min(1).max(EACH_LIMIT) });
export type ChangeEachInput = z.output<typeof changeEachInput>;

/** What is set on one of them. */
export type OneChange = ChangeEachInput['changes'][number];
