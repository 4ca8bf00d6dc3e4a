import { expect, expectTypeOf, test } from 'vitest';
import { fail, ok, type Result } from '@/domain/shared/result';

const half = (number: number): Result<number, Readonly<{ code: 'input.invalid'; given: number }>> =>
  number % 2 === 0 ? ok(number / 2) : fail({ code: 'input.invalid', given: number });

test('what went well carries its value, what did not carries its code and facts', () => {
  expect(half(4)).toEqual({ ok: true, value: 2 });
  expect(half(3)).toEqual({ ok: false, error: { code: 'input.invalid', given: 3 } });
});

test('a caller has to look before it can use the value', () => {
  const result = half(4);
  if (result.ok) expectTypeOf(result.value).toBeNumber();
  else expectTypeOf(result.error.code).toEqualTypeOf<'input.invalid'>();
  expect(result.ok).toBe(true);
});
