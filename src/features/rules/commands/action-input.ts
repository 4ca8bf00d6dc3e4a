import { z } from 'zod';
import {
  ACTIONS,
  type ActionField,
  type ActionKind,
  type ActionUser,
  ASSIGN_TO,
  actionsFor,
  type TicketAction,
} from '@/domain/action/action';
import { namesIn } from '@/domain/template/fill-template';
import { isTemplateVariable } from '@/domain/template/variables';

const MOST_ACTIONS = 30;

const template = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => namesIn(text).every((name) => isTemplateVariable(name)), {
      message: 'a variable of this text does not exist',
    });

function fieldInput(field: ActionField, user: ActionUser): z.ZodType {
  const nullable = (input: z.ZodType) => ('nullable' in field && field.nullable ? input.nullable() : input);
  switch (field.is) {
    case 'choice':
      return nullable(z.enum(field.values as [string, ...string[]]));
    case 'choices':
      return z.array(z.enum(field.values as [string, ...string[]])).max(field.values.length);
    case 'reference':
      return nullable(z.uuid());
    case 'assignee':
      return z.union([
        z.uuid(),
        z.enum(user === 'macro' ? [ASSIGN_TO.me, ASSIGN_TO.nobody] : [ASSIGN_TO.nobody]),
      ]);
    case 'members':
      return z.array(z.uuid()).max(50);
    case 'tags':
      return z.array(z.string().trim().toLowerCase().min(1).max(60)).min(1).max(20);
    case 'own_field':
      return z.uuid();
    case 'own_value':
      return z.string().trim().max(5000);
    case 'flag':
      return z.boolean();
    case 'template':
      return template(field.most);
    case 'translations':
      return z
        .strictObject({
          en: template(field.most).optional(),
          hu: template(field.most).optional(),
          lv: template(field.most).optional(),
        })
        .refine((texts) => Object.values(texts).some(Boolean), {
          message: 'give it in one language at least',
        });
  }
}

function actionShape(kind: ActionKind, user: ActionUser) {
  const fields: Readonly<Record<string, ActionField>> = ACTIONS[kind].fields;
  const shape = Object.entries(fields).map(([name, field]) => [name, fieldInput(field, user)]);
  return z.strictObject({ kind: z.literal(kind), ...Object.fromEntries(shape) });
}

/** One action as forms, imports and programs give it: of those that this user may choose. */
function actionInput(user: ActionUser): z.ZodType<TicketAction> {
  const [first, ...others] = actionsFor(user).map((kind) => actionShape(kind, user));
  if (!first) throw new Error(`no action for ${user}`);
  return z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<TicketAction>;
}

/** Actions in their order; at most thirty. */
export const actionsInput = (user: ActionUser) => z.array(actionInput(user)).max(MOST_ACTIONS);
