import type { Result } from '@/domain/shared/result';

type Unreachable = Readonly<{ code: 'unreachable' }>;

/**
 * The answer of an action, or `unreachable` when there is no way to the server: the browser gives a TypeError then.
 * Anything else that is thrown is not ours to catch.
 */
export async function reached<Value, Failure>(
  answer: Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | Unreachable>> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, error: { code: 'unreachable' } };
  }
}
