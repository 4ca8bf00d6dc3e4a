import { z } from 'zod';
import { calendarFields, policyFields } from './commands/fields';

/** Without an id it is a new calendar. */
export const calendarInput = calendarFields.extend({ id: z.uuid().optional() });
export type CalendarInput = z.output<typeof calendarInput>;

/** Without an id it is a new policy, last in order. */
export const policyInput = policyFields.extend({ id: z.uuid().optional() });
export type PolicyInput = z.output<typeof policyInput>;
