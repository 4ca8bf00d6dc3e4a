import { z } from 'zod';
import { LOCALES } from '@/i18n/locales';

/** The most incidents that are answered in one call. */
export const ANSWER_LIMIT = 20;

const HTML_LIMIT = 100_000;

/** HTML by language; a language without words of its own is left out. */
const texts = z
  .partialRecord(z.enum(LOCALES), z.string().max(HTML_LIMIT))
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, html]) => hasWords(html))))
  .refine((given) => Object.keys(given).length > 0);

const hasWords = (html: string | undefined): boolean => (html ?? '').replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

export const answerFields = z.object({
  /** Of the answer as a whole; what was sent with it is not sent again. */
  answerId: z.uuid(),
  texts,
  /** What becomes of each incident. */
  submitAs: z.enum(['open', 'pending', 'solved']),
});
