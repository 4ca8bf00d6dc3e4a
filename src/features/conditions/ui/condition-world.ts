import { createContext } from 'react';
import type { FormFieldName } from '@/domain/condition/segment';
import { type ConditionTable, type OwnFieldFaces, TICKET_TABLE } from './condition-table';
import type { Names } from './names';

type NamedValue = Readonly<{ id: string; name: string }>;

/** What the lines of a condition need to know of the workspace. */
export type ConditionWorld = Readonly<{
  workspace: string;
  table: ConditionTable;
  choices: Readonly<Partial<Record<FormFieldName, readonly NamedValue[]>>>;
  /** Fields that the workspace added, where the table has some. */
  own?: OwnFieldFaces | undefined;
  names: Names;
  /** How many groups within groups the form makes; one where it is not said. */
  depth?: number;
  /** Keys of lines that are not complete, once somebody tried to save. */
  wrong: readonly string[];
}>;

/** Spares the tree of groups to hand it down. */
export const ConditionContext = createContext<ConditionWorld>({
  workspace: '',
  table: TICKET_TABLE,
  choices: {},
  names: {},
  wrong: [],
});
