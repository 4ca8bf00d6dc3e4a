import { createContext } from 'react';
import type { ActionUser } from '@/domain/action/action';

type Named = Readonly<{ id: string; name: string }>;

/** What the lines of actions need to know of the workspace. */
export type ActionWorld = Readonly<{
  user: ActionUser;
  people: readonly Named[];
  teams: readonly Named[];
  tags: readonly string[];
  macros: readonly Named[];
  webhooks: readonly Named[];
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
  wrong: [],
});
