import { z } from 'zod';
import { lookShape, viewShape } from './commands/view-fields';

/** Without an id it is a new view. */
export const viewInput = z
  .object({
    ...viewShape,
    id: z.uuid().optional(),
    /** The version that the form showed; absent: whatever stands there is replaced. */
    version: z.int().optional(),
  })
  .refine(({ audience, teamId }) => audience !== 'team' || teamId !== null, { path: ['teamId'] });
export type ViewInput = z.output<typeof viewInput>;

export const viewIdInput = z.object({ viewId: z.uuid() });
export type ViewIdInput = z.output<typeof viewIdInput>;

/** How one person wants to see a view; null: as the view says. */
export const viewLookInput = z.object({ viewId: z.uuid(), look: z.object(lookShape).nullable() });
export type ViewLookInput = z.output<typeof viewLookInput>;

/** The text of a file that an export made, here or elsewhere; all of it comes under one audience. */
export const importViewsInput = z.object({
  json: z.string().min(2).max(1_000_000),
  audience: z.enum(['personal', 'everyone']),
});
export type ImportViewsInput = z.output<typeof importViewsInput>;
