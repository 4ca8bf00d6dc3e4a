import 'server-only';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { FormState } from '@/domain/shared/form-state';
import type { Problem, Result } from '@/domain/shared/result';
import { keepSession } from '@/server/auth/browser-session';
import { type Visitor, visitor } from '@/server/auth/visitor';
import { invalidInput } from './input-invalid';

type Outcome = Readonly<{
  /** The session that this browser signs in with. */
  sessionId?: string;
  /** The page that follows; without one the form says that it is done. */
  goTo?: string;
}>;

const SECRET_FIELDS: readonly string[] = ['password', 'current', 'token'];

/**
 * The door for forms of people who are not signed in: parse, call, sign in, go on. Made for `useActionState`, so that the
 * form works before, and without, any script.
 */
export function publicForm<Input extends z.ZodType, Failure extends Problem>(spec: {
  input: Input;
  run: (visitor: Visitor, input: z.output<Input>) => Promise<Result<Outcome | null, Failure>>;
}) {
  return async (_before: FormState<Failure>, form: FormData): Promise<FormState<Failure>> => {
    const raw = textsOf(form);
    const values = Object.fromEntries(Object.entries(raw).filter(([name]) => !SECRET_FIELDS.includes(name)));
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return { values, problem: invalidInput(parsed.error).error, done: false };

    const result = await spec.run(await visitor(), parsed.data);
    if (!result.ok) return { values, problem: result.error, done: false };
    if (result.value?.sessionId) await keepSession(result.value.sessionId);
    if (result.value?.goTo) redirect(result.value.goTo);
    return { values, problem: null, done: true };
  };
}

/** The text fields of a form; those that frameworks add begin with `$`. */
function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(texts);
}
