import { expect, test } from 'vitest';
import { identityFrom } from '@/features/chat/widget/loader/commands';

test('a host page says who the visitor is by a signed token, or by an id with its hash', () => {
  expect(identityFrom({ token: 'a.b.c' })).toEqual({ kind: 'jwt', token: 'a.b.c' });
  expect(identityFrom({ userId: 42, hash: 'ab', email: 'a@b.test', role: 'admin' })).toEqual({
    kind: 'hmac',
    userId: '42',
    hash: 'ab',
    email: 'a@b.test',
  });
});

test('what is neither is nobody', () => {
  for (const given of [null, undefined, 'a', {}, { userId: 1 }, { hash: 'ab' }])
    expect(identityFrom(given)).toBeNull();
});
