import { z } from 'zod';

/** The fields whose values are so many that they are searched, not listed. */
const SEARCHED_FIELDS = ['requesterId', 'organizationId'] as const;

export const valueSearchInput = z.object({ field: z.enum(SEARCHED_FIELDS), text: z.string().max(200) });
export type ValueSearchInput = z.output<typeof valueSearchInput>;
