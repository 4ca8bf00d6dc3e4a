import { z } from 'zod';
import { conditionInput } from './commands/fields';

export const calendarIdInput = z.object({ calendarId: z.uuid() });
export type CalendarIdInput = z.output<typeof calendarIdInput>;

export const policyIdInput = z.object({ policyId: z.uuid() });
export type PolicyIdInput = z.output<typeof policyIdInput>;

export const policyVersionInput = z.object({ policyId: z.uuid(), version: z.int().min(1) });
export type PolicyVersionInput = z.output<typeof policyVersionInput>;

/** All policies of the workspace in their new order. */
export const policyOrderInput = z.object({ policyIds: z.array(z.uuid()).min(1).max(500) });
export type PolicyOrderInput = z.output<typeof policyOrderInput>;

export const dryRunInput = z.object({ conditions: conditionInput.nullable() });
export type DryRunInput = z.output<typeof dryRunInput>;
