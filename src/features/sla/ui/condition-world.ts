import { createContext } from 'react';
import type { ConditionChoices } from '@/features/sla/condition-values';
import type { Names } from './use-condition-text';

/** What the lines of a condition need to know of the workspace. */
export type ConditionWorld = Readonly<{
  workspace: string;
  choices: ConditionChoices;
  names: Names;
  /** Keys of lines that are not complete, once somebody tried to save. */
  wrong: readonly string[];
}>;

/** Spares the tree of groups to hand it down. */
export const ConditionContext = createContext<ConditionWorld>({
  workspace: '',
  choices: {},
  names: {},
  wrong: [],
});
