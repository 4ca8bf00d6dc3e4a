import 'server-only';
import { refresh } from 'next/cache';
import type { z } from 'zod';
import type { Problem, Result } from '@/domain/shared/result';
import { requireUser, type SignedInUser } from '@/server/auth/require-user';
import { type InvalidInput, invalidInput } from './input-invalid';

/** The door for what a signed-in person does to their own account, outside any workspace. */
export function userAction<Input extends z.ZodType, Value, Failure extends Problem>(spec: {
  input: Input;
  run: (user: SignedInUser, input: z.output<Input>) => Promise<Result<Value, Failure>>;
}) {
  return async (raw: z.input<Input>): Promise<Result<Value, Failure | InvalidInput>> => {
    const user = await requireUser();
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return invalidInput(parsed.error);
    const result = await spec.run(user, parsed.data);
    if (result.ok) refresh();
    return result;
  };
}
