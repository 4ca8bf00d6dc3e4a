import { z } from 'zod';
import { MACRO_AUDIENCES, MACRO_TEXT_KINDS } from '@/domain/macro/macro';
import { macroShape } from '@/features/macros/commands/macro-fields';
import { id, language, listOf } from './shared';

const text = z.string().max(50_000).optional();
const texts = z.strictObject({ en: text, hu: text, lv: text }).meta({
  description: 'HTML by language, with variables such as `{{customer.name}}`. A canned reply has no actions.',
});
const audience = z
  .enum(['team', 'everyone'])
  .meta({ description: 'Personal macros belong to people, not to keys.' });
const shape = macroShape.shape;

const fields = {
  name: shape.name,
  shortcut: shape.shortcut.unwrap(),
  folder: shape.folder.unwrap(),
  audience,
  teamId: shape.teamId.unwrap(),
  active: shape.active.unwrap(),
  actions: shape.actions.unwrap(),
  textKind: shape.textKind.unwrap(),
  texts,
} as const;

export const createMacroBody = z
  .strictObject({
    ...fields,
    shortcut: fields.shortcut.default(''),
    folder: fields.folder.default(''),
    audience: audience.default('everyone'),
    teamId: fields.teamId.default(null),
    active: fields.active.default(true),
    actions: fields.actions.default([]),
    textKind: fields.textKind.default('reply'),
    texts: texts.default({}),
  })
  .meta({ id: 'CreateMacro' });

export const updateMacroBody = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'UpdateMacro', description: 'What is absent stays as it is.' });

export const macro = z
  .object({
    id,
    version: z.int(),
    name: z.string(),
    shortcut: z.string(),
    folder: z.string(),
    audience: z.enum(MACRO_AUDIENCES),
    teamId: id.nullable(),
    active: z.boolean(),
    actions: fields.actions,
    textKind: z.enum(MACRO_TEXT_KINDS),
    texts,
  })
  .meta({ id: 'Macro' });
export const macroList = listOf(macro).meta({ id: 'MacroList' });

export const applyMacroBody = z.strictObject({ macroId: id }).meta({ id: 'ApplyMacro' });

export const appliedMacro = z
  .object({
    applicationId: id.nullable().meta({ description: 'Null when nothing had to change.' }),
    reply: z
      .object({
        kind: z.enum(MACRO_TEXT_KINDS),
        html: z.string(),
        language,
        wanted: language.meta({ description: 'The language in which the customer reads.' }),
        open: z.array(z.string()).meta({ description: 'Variables without a value here.' }),
      })
      .nullable()
      .meta({ description: 'The answer that the macro proposes. It is not sent: post it as a message.' }),
    skipped: z
      .array(z.object({ kind: z.string(), why: z.enum(['closed', 'forbidden', 'gone']) }))
      .meta({ description: 'What could not be done.' }),
  })
  .meta({ id: 'AppliedMacro' });
