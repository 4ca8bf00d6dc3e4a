import { z } from 'zod';
import { BOARDS } from '@/domain/insights/boards';
import { REPORT_PACES } from '@/domain/insights/report-times';

/** Which board comes to whom, how often and when. */
export const reportFields = z.strictObject({
  board: z.enum(BOARDS),
  /** The parameters of the board's address: comparison, hours and filters. */
  query: z.string().max(2000).default(''),
  pace: z.enum(REPORT_PACES),
  weekday: z.int().min(1).max(7).default(1),
  hour: z.int().min(0).max(23),
  /** Members who read it. */
  userIds: z.array(z.uuid()).min(1).max(50),
});
export type ReportFields = z.output<typeof reportFields>;
