import { expect, test } from 'vitest';
import { provenVisitor } from '@/domain/chat/identity';

const at = new Date('2026-03-02T09:00:00Z');
const now = at.getTime() / 1000;
const asked = { audience: 'pub_shop', at };
const claims = { aud: 'pub_shop', user_id: 'user-42', email: 'Anna@Shop.Test', name: 'Anna', exp: now + 600 };

test('the claims of a fresh token for this account name the visitor', () => {
  expect(provenVisitor(claims, asked)).toEqual({
    ok: true,
    value: { userId: 'user-42', email: 'anna@shop.test', name: 'Anna' },
  });
  expect(provenVisitor({ aud: ['other', 'pub_shop'], sub: 'u', exp: now }, asked).ok).toBe(true);
});

test.each([
  ['for another account', { ...claims, aud: 'pub_other' }],
  ['for nobody', { ...claims, aud: undefined }],
  ['without an end', { ...claims, exp: undefined }],
  ['that ended more than a minute ago', { ...claims, exp: now - 61 }],
  ['that has not begun', { ...claims, nbf: now + 61 }],
  ['without a name of the visitor', { ...claims, user_id: ' ' }],
  ['with a name that is no text', { ...claims, user_id: 42 }],
])('a token %s proves nothing', (_, broken) => {
  expect(provenVisitor(broken, asked)).toEqual({ ok: false, error: { code: 'token.invalid' } });
});

test('clocks may differ by a minute, and an address that is none is left out', () => {
  expect(provenVisitor({ ...claims, exp: now - 59 }, asked).ok).toBe(true);
  const odd = provenVisitor({ ...claims, email: 'no address' }, asked);
  expect(odd.ok && odd.value.email).toBeNull();
});
