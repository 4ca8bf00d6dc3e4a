import { expect, test } from 'vitest';
import { isWrong } from '@/domain/shared/form-state';
import type { Problem } from '@/domain/shared/result';

test('only a refused field is wrong', () => {
  const problem = { code: 'input.invalid', fields: { email: ['invalid_format'] } } as const;
  expect(isWrong(problem, 'email')).toBe(true);
  expect(isWrong(problem, 'name')).toBe(false);
});

test('other failures are no fault of a field', () => {
  const problem: Problem = { code: 'sign_in.failed' };
  expect(isWrong(problem, 'email')).toBe(false);
  expect(isWrong(null, 'email')).toBe(false);
});
