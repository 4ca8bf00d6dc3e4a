import { describe, expect, test } from 'vitest';
import { passwordProblem } from '@/domain/account/password';

const email = 'anna.ozola@example.com';
const problem = (password: string, breached = false) =>
  passwordProblem({ password, email, breached })?.code ?? null;

describe('a password', () => {
  test.each([
    ['nine9nine', 'password.too_short'],
    ['ten letter', null],
    ['gőzölgő 🫖🫖', null],
    ['🫖🫖🫖🫖🫖', 'password.too_short'],
    ['anna.ozola@example.com', 'password.is_address'],
    ['Anna.Ozola@Example.com', 'password.is_address'],
    ['anna.ozola1', 'password.is_address'],
    ['12anna.ozola', 'password.is_address'],
    ['anna.ozola likes kettles', null],
    ['aaaaaaaaaaaaaaa', null],
  ])('%s is answered with %s', (password, expected) => {
    expect(problem(password)).toBe(expected);
  });

  test('is refused when it has leaked, whatever its length', () => {
    expect(problem('correct horse battery staple', true)).toBe('password.breached');
  });

  test('may hold a very short name, since many words do', () => {
    expect(
      passwordProblem({ password: 'li-nen sheets', email: 'li@example.com', breached: false }),
    ).toBeNull();
  });
});
