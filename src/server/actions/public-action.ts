import 'server-only';
import type { z } from 'zod';
import type { Problem, Result } from '@/domain/shared/result';
import { type Visitor, visitor } from '@/server/auth/visitor';
import { type InvalidInput, invalidInput } from './input-invalid';

/** The door for people who are not signed in (signing in, accepting an invitation, setting up): parse, call. */
export function publicAction<Input extends z.ZodType, Value, Failure extends Problem>(spec: {
  input: Input;
  run: (visitor: Visitor, input: z.output<Input>) => Promise<Result<Value, Failure>>;
}) {
  return async (raw: z.input<Input>): Promise<Result<Value, Failure | InvalidInput>> => {
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return invalidInput(parsed.error);
    return spec.run(await visitor(), parsed.data);
  };
}
