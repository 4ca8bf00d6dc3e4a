import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { readSessionToken, sessionToken } from '@/server/auth/session-token';
import { env } from '@/server/env';
import { newId } from '@/server/ids';

test('a token names its session and when it was made', async () => {
  const id = newId();
  const claims = await readSessionToken(await sessionToken(id));
  expect(claims?.sessionId).toBe(id);
  expect(Date.now() - (claims?.issuedAt.getTime() ?? 0)).toBeLessThan(5_000);
});

test('a changed, foreign, run-out or unrelated token names nothing', async () => {
  const token = await sessionToken(newId());
  expect(await readSessionToken(undefined)).toBeNull();
  expect(await readSessionToken('')).toBeNull();
  expect(await readSessionToken(`${token.slice(0, -2)}xx`)).toBeNull();
  const sid = newId();
  expect(await readSessionToken(await encode({ token: { sid }, secret: 'another secret' }))).toBeNull();
  const { SECRET: secret } = env();
  expect(await readSessionToken(await encode({ token: { sid }, secret, maxAge: -60 }))).toBeNull();
  expect(await readSessionToken(await encode({ token: { sub: 'somebody' }, secret }))).toBeNull();
});
