import { z } from 'zod';
import type { Unreadable } from '@/channels/contract';
import type { Result } from '@/domain/shared/result';
import { jsonOf } from './json-call';

/** Says that stored bytes are not what the vendor's contract describes, and where they differ from it. */
export const unreadable = (detail: string): Readonly<{ ok: false; error: Unreadable }> => ({
  ok: false,
  error: { code: 'inbound.unreadable', detail },
});

/** The value of a JSON body that keeps to `schema`; else the place at which it does not. Never throws. */
export function readJson<Value>(schema: z.ZodType<Value>, bytes: Uint8Array): Result<Value, Unreadable> {
  const json = jsonOf(bytes);
  if (json === undefined) return unreadable('no JSON');
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return unreadable(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 200));
}

/** A list of which what does not keep to `schema` is left out, so that one odd entry does not spoil the others. */
export const whatCanBeRead = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((each): z.output<Schema>[] => {
        const read = schema.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );
