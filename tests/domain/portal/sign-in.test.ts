import { expect, test } from 'vitest';
import { isSignInOpen, pageToGoTo, SIGN_IN_MINUTES, signInCode } from '@/domain/portal/sign-in';

const at = new Date('2026-03-02T09:00:00Z');
const wish = {
  attempts: 0,
  usedAt: null,
  expiresAt: new Date(at.getTime() + SIGN_IN_MINUTES * 60_000),
};

test('a wish to sign in is open until it is used, over, or guessed at five times', () => {
  expect(isSignInOpen(wish, at)).toBe(true);
  expect(isSignInOpen({ ...wish, attempts: 4 }, at)).toBe(true);
  expect(isSignInOpen({ ...wish, attempts: 5 }, at)).toBe(false);
  expect(isSignInOpen({ ...wish, usedAt: at }, at)).toBe(false);
  expect(isSignInOpen(wish, wish.expiresAt)).toBe(false);
});

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
])('the code "%s" is read as %s', (typed, code) => {
  expect(signInCode(typed)).toBe(code);
});

test.each([
  ['/requests/12', '/requests/12'],
  ['', '/requests'],
  ['//evil.example', '/requests'],
  ['/\\evil.example', '/requests'],
  ['https://evil.example', '/requests'],
  ['/x/..//evil.example', '/requests'],
  ['/x/%2e%2E//evil.example', '/requests'],
  ['/../desk', '/requests'],
  ['/requests/..', '/requests'],
  ['/search?q=//a/../b', '/search?q=//a/../b'],
  ['/articles/v1.2', '/articles/v1.2'],
  ['/', '/'],
])('after signing in "%s" leads to %s', (wished, page) => {
  expect(pageToGoTo(wished)).toBe(page);
});
