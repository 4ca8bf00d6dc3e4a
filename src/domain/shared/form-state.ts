import type { Problem } from './result';

type WrongFields = Readonly<{
  code: 'input.invalid';
  fields: Readonly<Record<string, readonly string[] | undefined>>;
}>;

/** What a form shows after it was sent: what was typed, and what is wrong with it. */
export type FormState<Failure extends Problem = Problem> = Readonly<{
  /** As typed; secrets are never sent back. */
  values: Readonly<Record<string, string>>;
  problem: Failure | WrongFields | null;
  done: boolean;
}>;

/** A form as it is first shown. */
export const NOT_SENT = { values: {}, problem: null, done: false } as const;

/** True when this field was refused. */
export function isWrong(problem: Problem | null, field: string): boolean {
  return problem?.code === 'input.invalid' && field in (problem as WrongFields).fields;
}
