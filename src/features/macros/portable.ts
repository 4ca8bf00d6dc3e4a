import { ACTIONS, type ActionField, ASSIGN_TO, type TicketAction } from '@/domain/action/action';

/** The ids that actions hold and the names that a file holds instead: teams and templates of checklists by name, people by mail address. */
export type Dictionary = Readonly<{
  teams: Readonly<Record<string, string>>;
  checklists: Readonly<Record<string, string>>;
  people: Readonly<Record<string, string>>;
}>;

/** What a file of macros begins with; a later shape gets a later version. */
export const MACRO_FILE = { format: 'kalauz.macros', version: 1 } as const;

/**
 * Actions with names in place of ids, or with ids in place of names: the dictionary says which. A word that it does not
 * know makes the action null; `me` and `nobody` stay as they are.
 */
export function translateActions(
  actions: readonly Readonly<Record<string, unknown>>[],
  dictionary: Dictionary,
): readonly (Readonly<Record<string, unknown>> | null)[] {
  return actions.map((action) => translated(action, dictionary));
}

function translated(action: Readonly<Record<string, unknown>>, dictionary: Dictionary) {
  const kind = String(action['kind']);
  if (!Object.hasOwn(ACTIONS, kind)) return null;
  const fields: Readonly<Record<string, ActionField>> = ACTIONS[kind as TicketAction['kind']].fields;
  const changed: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const words = wordsFor(field, dictionary);
    const value = action[name];
    if (!words || typeof value !== 'string' || isFixed(value)) continue;
    const other = Object.hasOwn(words, value) ? words[value] : undefined;
    if (other === undefined) return null;
    changed[name] = other;
  }
  return { ...action, ...changed };
}

const isFixed = (value: string) => value === ASSIGN_TO.me || value === ASSIGN_TO.nobody;

function wordsFor(field: ActionField, { teams, checklists, people }: Dictionary) {
  if (field.is === 'assignee') return people;
  if (field.is !== 'reference') return null;
  if (field.to === 'checklist') return checklists;
  return field.to === 'team' ? teams : null;
}
