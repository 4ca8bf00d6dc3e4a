import { createContext } from 'react';
import type { ActionUser } from '@/domain/action/action';
import type { NamedField, OwnChoice } from '@/features/fields/commands/own-choices';

type Named = Readonly<{ id: string; name: string }>;

/** What the lines of actions need to know of the workspace. */
export type ActionWorld = Readonly<{
  user: ActionUser;
  people: readonly Named[];
  teams: readonly Named[];
  tags: readonly string[];
  macros: readonly Named[];
  webhooks: readonly Named[];
  /** Templates of checklists. */
  checklists: readonly Named[];
  /** The workspace's own fields of tickets. */
  own: readonly OwnChoice[];
  /** And of customers, which texts can name. */
  ofCustomers: readonly NamedField[];
  /** `key/field` of what is not complete, once somebody tried to save. */
  wrong: readonly string[];
}>;

/** Spares the list of actions to hand it down. */
export const ActionContext = createContext<ActionWorld>({
  user: 'macro',
  people: [],
  teams: [],
  tags: [],
  macros: [],
  webhooks: [],
  checklists: [],
  own: [],
  ofCustomers: [],
  wrong: [],
});
