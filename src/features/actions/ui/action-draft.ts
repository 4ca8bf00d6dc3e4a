import {
  ACTIONS,
  type ActionField,
  type ActionKind,
  type ActionUser,
  actionsFor,
  type TicketAction,
} from '@/domain/action/action';
import { namesIn } from '@/domain/template/fill-template';
import { isTemplateVariable } from '@/domain/template/variables';

/** An action as a form holds it: lists of tags as typed, and whatever is not chosen yet empty. */
export type ActionDraft = Readonly<{
  key: string;
  kind: ActionKind;
  values: Readonly<Record<string, unknown>>;
}>;

/** The fields of an action by name, in the order in which a form shows them. */
export const fieldsOf = (kind: ActionKind): readonly (readonly [string, ActionField])[] =>
  Object.entries(ACTIONS[kind].fields);

/** A new action of a kind, with nothing chosen that people should choose themselves. */
export const newAction = (kind: ActionKind, key: string): ActionDraft => ({
  key,
  kind,
  values: Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, emptyOf(field)])),
});

/** The kind that a new line begins with. */
export const firstKind = (user: ActionUser): ActionKind => actionsFor(user)[0] ?? 'stop';

function emptyOf(field: ActionField): unknown {
  if (field.is === 'choices' || field.is === 'members') return [];
  if (field.is === 'translations') return {};
  return field.is === 'flag' ? true : '';
}

/** The form's lines of stored actions. */
export const actionDrafts = (actions: readonly TicketAction[]): readonly ActionDraft[] =>
  actions.map((action, index) => {
    const all: Readonly<Record<string, unknown>> = { ...action };
    const values = fieldsOf(action.kind).map(([name, field]) => [name, typedAs(field, all[name])]);
    return { key: `stored-${index}`, kind: action.kind, values: Object.fromEntries(values) };
  });

function typedAs(field: ActionField, value: unknown): unknown {
  if (field.is === 'tags') return (value as readonly string[]).join(', ');
  return value === null ? NONE : value;
}

/** What a choice holds for "none", where an action allows it. */
export const NONE = 'none';

/** What is sent. A line in which something is wrong must have been refused before. */
export const actionsOf = (drafts: readonly ActionDraft[]): TicketAction[] =>
  drafts.map(({ kind, values }) => {
    const fields = fieldsOf(kind).map(([name, field]) => [name, sentOf(field, values[name])]);
    return { kind, ...Object.fromEntries(fields) } as TicketAction;
  });

function sentOf(field: ActionField, value: unknown): unknown {
  if (field.is === 'tags') return tagsIn(String(value));
  if (field.is === 'translations') return filled(value as Readonly<Record<string, string>>);
  return 'nullable' in field && field.nullable && value === NONE ? null : value;
}

const filled = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

/** Names with commas between, in lower case, each once. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter((tag) => tag !== ''),
  ),
];

/** `key/field` of everything that is not complete. */
export const wrongInActions = (drafts: readonly ActionDraft[]): readonly string[] =>
  drafts.flatMap(({ key, kind, values }) =>
    fieldsOf(kind)
      .filter(([name, field]) => isWrong(field, values[name]))
      .map(([name]) => `${key}/${name}`),
  );

function isWrong(field: ActionField, value: unknown): boolean {
  switch (field.is) {
    case 'flag':
    case 'own_value':
    case 'members':
    case 'choices':
      return false;
    case 'tags':
      return tagsIn(String(value)).length === 0;
    case 'translations': {
      const texts = Object.values(filled(value as Readonly<Record<string, string>>));
      return texts.length === 0 || !texts.every(isFillable);
    }
    case 'template':
      return String(value).trim() === '' || !isFillable(String(value));
    default:
      return value === '' || value === undefined;
  }
}

const isFillable = (text: string): boolean => namesIn(text).every(isTemplateVariable);
