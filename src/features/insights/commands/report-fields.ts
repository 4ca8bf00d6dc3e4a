import { z } from 'zod';
import { BOARDS } from '@/domain/insights/boards';
import { REPORT_PACES } from '@/domain/insights/report-times';
import { LOCALES } from '@/i18n/locales';

const fields = {
  board: z.enum(BOARDS),
  /** The parameters of the board's address: comparison, hours and filters. */
  query: z.string().max(2000),
  pace: z.enum(REPORT_PACES),
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  /** The language of the mail; null for the reader's own. */
  locale: z.enum(LOCALES).nullable(),
  /** Members who read it. */
  userIds: z.array(z.uuid()).min(1).max(50),
};

/** Which board comes to whom, how often, when, and in which language. */
export const reportFields = z.strictObject({
  ...fields,
  query: fields.query.default(''),
  weekday: fields.weekday.default(1),
  locale: fields.locale.default(null),
});
export type ReportFields = z.output<typeof reportFields>;

/** The same of one that comes already; what is absent stays as it is. */
export const reportChanges = z.strictObject(fields).partial();
export type ReportChanges = z.output<typeof reportChanges>;
