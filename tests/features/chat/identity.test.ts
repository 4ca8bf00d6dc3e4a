import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { identifyVisitor } from '@/features/chat/commands/identify-visitor';
import { secretsOf, verifiedIdentity, withNewSecret } from '@/features/chat/identity-secrets';
import { visitorOf } from '@/features/chat/visitor';
import { seal } from '@/server/crypto/keys';
import { newChatWorld } from './chat-world';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const at = new Date('2026-03-02T09:00:00Z');
const claims = {
  aud: 'pub_shop',
  user_id: 'user-42',
  email: 'anna@shop.test',
  exp: at.getTime() / 1000 + 600,
};

/** A token as a host page's server makes it. */
function token(secret: string, head: object = { alg: 'HS256', typ: 'JWT' }, body: object = claims) {
  const signed = `${part(head)}.${part(body)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const account = (sealedSecrets: string) => ({ publicKey: 'pub_shop', sealedSecrets });
const proves = (sealed: string, jwt: string) =>
  verifiedIdentity(account(sealed), { kind: 'jwt', token: jwt }, at).ok;

test('a signed id is proven as the vendors’ example says, and proves nothing beside it', () => {
  const sealed = seal(JSON.stringify([{ kid: 'a', secret: 'inbox_secret_test' }]));
  const hash = 'cd9e781325889ac7ed5e9754dd0669000bf8c4a7808561abfad9eaa674120b85';
  const given = { kind: 'hmac', userId: 'user-42', hash, email: 'boss@shop.test' } as const;
  expect(verifiedIdentity(account(sealed), given, at)).toEqual({
    ok: true,
    value: { userId: 'user-42', email: null, name: null },
  });
  expect(verifiedIdentity(account(sealed), { ...given, userId: 'user-43' }, at).ok).toBe(false);
});

test('a token holds under either secret, until the second new one is made', () => {
  const first = withNewSecret(null);
  const [old] = secretsOf(first);
  const second = withNewSecret(first);
  const [newest] = secretsOf(second);
  const head = (kid = '') => ({ alg: 'HS256', kid });
  expect(proves(second, token(old?.secret ?? '', head(old?.kid)))).toBe(true);
  expect(proves(second, token(newest?.secret ?? '', head(newest?.kid)))).toBe(true);
  expect(proves(second, token(newest?.secret ?? '', head(old?.kid)))).toBe(false);
  expect(proves(withNewSecret(second), token(old?.secret ?? '', head(old?.kid)))).toBe(false);
});

test.each([
  ['says that it needs no signature', { alg: 'none' }],
  ['is signed by another method', { alg: 'HS512' }],
])('a token that %s is refused', (_, head) => {
  const sealed = withNewSecret(null);
  expect(proves(sealed, token(secretsOf(sealed)[0]?.secret ?? '', head))).toBe(false);
});

test('broken tokens are refused without a fuss', () => {
  const sealed = withNewSecret(null);
  const right = token(secretsOf(sealed)[0]?.secret ?? '');
  for (const broken of [
    '',
    'a.b.c',
    `${right}.x`,
    right.slice(0, -3),
    `é.${right}`,
    '..',
    `${part([])}.${part(null)}.`,
  ])
    expect(proves(sealed, broken)).toBe(false);
});

test('who signs in during a chat becomes the customer that they are, with what they said, and gets a new token', async () => {
  const world = await newChatWorld();
  const ctx = await world.context();
  const secret = secretsOf(ctx.account.sealedSecrets)[0]?.secret ?? '';
  const identityOf = (userId: string) => ({
    kind: 'jwt' as const,
    token: token(
      secret,
      { alg: 'HS256' },
      { ...claims, aud: world.chat.publicKey, user_id: userId, exp: world.now().getTime() / 1000 + 60 },
    ),
  });
  const before = await world.chatting('I am back', { identity: identityOf('user-42') });
  const known = (await world.session(before.sessionId)).ticket?.requesterId;

  const begun = await world.chatting('Not signed in yet');
  expect((await world.session(begun.sessionId)).ticket?.requesterId).not.toBe(known);
  const visitor = await visitorOf(world.db, ctx, begun.token);
  const identified = visitor && (await identifyVisitor(ctx, { visitor, identity: identityOf('user-42') }));
  const { ticket } = await world.session(begun.sessionId);
  expect(ticket?.requesterId).toBe(known);
  expect(ticket?.messages.map(({ authorCustomerId }) => authorCustomerId)).toEqual([known]);
  expect(await visitorOf(world.db, ctx, begun.token)).toBeNull();
  const fresh = identified?.ok ? await visitorOf(world.db, ctx, identified.value.token) : null;
  expect(fresh?.email).toBe('anna@shop.test');
  expect(fresh && (await identifyVisitor(ctx, { visitor: fresh, identity: identityOf('user-43') }))?.ok).toBe(
    false,
  );
});

test('where only proven visitors may chat, nobody else begins', async () => {
  const world = await newChatWorld({ verifiedOnly: true });
  expect(await world.begin()).toEqual({ ok: false, error: { code: 'forbidden' } });
});
