import { expect, test } from 'vitest';
import { signInInput } from '@/features/account/inputs';

test.each([
  ['/demo/desk', '/demo/desk'],
  ['/demo/desk?view=mine&page=2', '/demo/desk?view=mine&page=2'],
  ['//evil.test/x', '/'],
  ['/\\evil.test', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/demo desk', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (next, expected) => {
  expect(signInInput.parse({ email: 'a@b.test', password: 'x', next }).next).toBe(expected);
});
