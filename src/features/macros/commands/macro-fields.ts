import { z } from 'zod';
import { MACRO_AUDIENCES, MACRO_TEXT_KINDS } from '@/domain/macro/macro';
import { namesIn } from '@/domain/template/fill-template';
import { isTemplateVariable } from '@/domain/template/variables';
import { actionsInput } from '@/features/rules/commands/action-input';

const LONGEST_TEXT = 50_000;

const text = z
  .string()
  .trim()
  .max(LONGEST_TEXT)
  .refine((html) => namesIn(html).every(isTemplateVariable), {
    message: 'a variable of this text does not exist',
  });

const isBlank = (html: string | undefined) => !html || html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';

/** What people type after the semicolon: no spaces, no second semicolon. */
const shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .max(30)
  .regex(/^[\p{L}\p{N}_-]*$/u);

/** The parts of a macro as forms, files and programs give it. */
export const macroShape = z.object({
  name: z.string().trim().min(1).max(120),
  shortcut: shortcut.default(''),
  folder: z.string().trim().max(120).default(''),
  audience: z.enum(MACRO_AUDIENCES),
  /** For `team`. */
  teamId: z.uuid().nullable().default(null),
  active: z.boolean().default(true),
  actions: actionsInput('macro').default([]),
  textKind: z.enum(MACRO_TEXT_KINDS).default('reply'),
  /** As HTML; a language without a text is left out. */
  texts: z
    .strictObject({ en: text.optional(), hu: text.optional(), lv: text.optional() })
    .default({})
    .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, html]) => !isBlank(html)))),
});

/** A macro as forms and programs give it: it changes or says something. */
export const macroFields = macroShape
  .refine(({ audience, teamId }) => (audience === 'team') === (teamId !== null), { path: ['teamId'] })
  .refine(({ actions, texts }) => actions.length > 0 || Object.keys(texts).length > 0, {
    path: ['actions'],
  });
export type MacroFields = z.output<typeof macroFields>;
