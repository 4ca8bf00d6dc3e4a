import { expect, test } from 'vitest';
import { askSignIn } from '@/features/portal/commands/ask-sign-in';
import { signInByCode, signInByLink } from '@/features/portal/commands/finish-sign-in';
import { spend } from '@/server/auth/limits';
import { liveCustomerSession } from '@/server/portal/customer-session';
import { newWorld } from '../../../support/world';
import { customerOf, visitorOf, type World } from '../support';

/** Asks for a mail and reads it, as its owner would; null where none was sent. */
async function mailed(world: World, email: string) {
  const visitor = await visitorOf(world);
  const answer = await askSignIn(visitor, { email, next: '/requests/7' });
  if (!answer.ok) throw new Error(answer.error.code);
  const signInId = answer.value.goTo.split('/').at(-1) ?? '';
  const mail = await world.db.outgoingMail.findFirst({
    where: { workspaceId: world.workspaceId, kind: 'sign_in', rcptTo: { has: email } },
    orderBy: { createdAt: 'desc' },
  });
  const [code] = /\b\d{6}\b/.exec(mail?.text ?? '') ?? [];
  const [, token] = /sign-in\/link\/([\w-]+)/.exec(mail?.text ?? '') ?? [];
  return { visitor, signInId, mail: code && token ? { code, token, subject: mail?.subject ?? '' } : null };
}

async function read(world: World, email: string) {
  const { mail, ...rest } = await mailed(world, email);
  if (!mail) throw new Error('no mail has left');
  return { ...rest, ...mail };
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the mailed code signs in the customer of the address, once, and leads to where they wanted to go', async () => {
  const world = await newWorld();
  const customer = await customerOf(world);
  const { visitor, signInId, code, subject } = await read(world, customer.email);
  expect(subject).toContain(code);
  const entered = await signInByCode(visitor, { signInId, code });
  if (!entered.ok) throw new Error(entered.error.code);
  expect(entered.value.goTo).toBe(`/help/${world.slug}/en/requests/7`);
  const session = await liveCustomerSession(world.db, {
    workspaceId: world.workspaceId,
    token: entered.value.customerToken,
    at: world.now(),
  });
  expect(session?.customer).toMatchObject({ id: customer.id, email: customer.email });
  expect(await signInByCode(visitor, { signInId, code })).toEqual({
    ok: false,
    error: { code: 'token.invalid' },
  });
});

test('the mailed link does the same, and neither works after the other', async () => {
  const world = await newWorld();
  const customer = await customerOf(world);
  const { visitor, signInId, code, token } = await read(world, customer.email);
  expect((await signInByLink(visitor, { token })).ok).toBe(true);
  expect(await signInByLink(visitor, { token })).toEqual({ ok: false, error: { code: 'token.invalid' } });
  expect(await signInByCode(visitor, { signInId, code })).toEqual({
    ok: false,
    error: { code: 'token.invalid' },
  });
});

test('five wrong codes close the door, also for the right one', async () => {
  const world = await newWorld();
  const customer = await customerOf(world);
  const { visitor, signInId, code } = await read(world, customer.email);
  for (let attempt = 0; attempt < 5; attempt++) {
    const refused = await signInByCode(visitor, { signInId, code: wrong(code) });
    expect(refused).toEqual({ ok: false, error: { code: 'portal.code_wrong' } });
  }
  expect(await signInByCode(visitor, { signInId, code })).toEqual({
    ok: false,
    error: { code: 'token.invalid' },
  });
});

test('after a quarter of an hour neither code nor link works', async () => {
  const world = await newWorld();
  const customer = await customerOf(world);
  const { visitor, signInId, code, token } = await read(world, customer.email);
  world.pass(15 * 60);
  expect((await signInByCode(visitor, { signInId, code })).ok).toBe(false);
  expect((await signInByLink(visitor, { token })).ok).toBe(false);
});

test('what was mailed by one company opens nothing at another', async () => {
  const [world, other] = [await newWorld(), await newWorld()];
  const { signInId, code, token } = await read(world, (await customerOf(world)).email);
  const elsewhere = await visitorOf(other);
  expect((await signInByCode(elsewhere, { signInId, code })).ok).toBe(false);
  expect((await signInByLink(elsewhere, { token })).ok).toBe(false);
});

test('where only known addresses come in, others get the same answer and no mail', async () => {
  const world = await newWorld();
  const { db, workspaceId } = world;
  await db.portalSettings.create({ data: { workspaceId, signIn: 'known' } });
  const customer = await customerOf(world);
  expect((await mailed(world, customer.email)).mail).not.toBeNull();
  const stranger = await mailed(world, 'nobody@stranger.test');
  expect(stranger.mail).toBeNull();
  expect(stranger.signInId).toMatch(/^[0-9a-f-]{36}$/);
  const refused = await signInByCode(stranger.visitor, { signInId: stranger.signInId, code: '123456' });
  expect(refused).toEqual({ ok: false, error: { code: 'portal.code_wrong' } });
});

test('whoever reads the mail of a new address becomes a customer', async () => {
  const world = await newWorld();
  const { visitor, token } = await read(world, 'new@stranger.test');
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  expect((await signInByLink(visitor, { token })).ok).toBe(true);
  expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('one address is not written to without end', async () => {
  const world = await newWorld();
  const { email } = await customerOf(world);
  for (let count = 0; count < 6; count++) await mailed(world, email);
  const mails = await world.db.outgoingMail.count({
    where: { workspaceId: world.workspaceId, kind: 'sign_in' },
  });
  expect(mails).toBe(4);
});

test('codes of one address are not guessed for ever, however many are asked for; the link still works', async () => {
  const world = await newWorld();
  const { email } = await customerOf(world);
  const { visitor, signInId, code, token } = await read(world, email);
  for (let count = 0; count < 20; count++) await spend('portal-code', `${world.workspaceId} ${email}`);
  expect(await signInByCode(visitor, { signInId, code })).toEqual({
    ok: false,
    error: { code: 'rate.limited' },
  });
  expect((await signInByLink(visitor, { token })).ok).toBe(true);
});

test('neither code nor link is kept in the clear', async () => {
  const world = await newWorld();
  const { code, token } = await read(world, (await customerOf(world)).email);
  const row = await world.db.portalSignIn.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  const kept = JSON.stringify({ ...row, id: '', workspaceId: '' });
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(code);
});
