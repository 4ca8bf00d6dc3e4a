import { describe, expect, test } from 'vitest';
import { changePassword } from '@/features/account/commands/change-password';
import { requestReset } from '@/features/account/commands/request-reset';
import { resetPassword } from '@/features/account/commands/reset-password';
import { signIn } from '@/features/account/commands/sign-in';
import { getReset } from '@/features/account/queries';
import { hashPassword } from '@/server/auth/passwords';
import { liveSession } from '@/server/auth/sessions';
import { newId } from '@/server/ids';
import { mailTo, newVisitor } from '../../support/visitor';
import { newWorld } from '../../support/world';

const OLD = 'kettle harbour 42';
const NEW = 'another harbour 43';

async function person({ locale = 'en' } = {}) {
  const world = await newWorld();
  const email = `${newId()}@staff.test`;
  const member = await world.member({ email, name: 'Anna' });
  const id = String(member.actor.id);
  await world.db.user.update({ where: { id }, data: { passwordHash: await hashPassword(OLD), locale } });
  const visitor = newVisitor();
  const signInWith = (password: string) => signIn(newVisitor(), { email, password, next: '/' });
  const sessions = () => world.db.userSession.count({ where: { userId: id, revokedAt: null } });
  return { world, id, email, visitor, signInWith, sessions };
}

async function resetLink(email: string) {
  await requestReset(newVisitor(), { email });
  return (await mailTo(email)).token;
}

describe('asking for a reset', () => {
  test('mails a link in the language of the person', async () => {
    const { email, visitor, world } = await person({ locale: 'lv' });
    expect(await requestReset(visitor, { email })).toEqual({ ok: true, value: null });
    const { mail, token } = await mailTo(email);
    expect(mail).toMatchObject({
      kind: 'password_reset',
      subject: 'Jaunas paroles izvēle',
      workspaceId: world.workspaceId,
    });
    expect(await getReset(visitor, token)).toEqual({ email });
  });

  test('answers the same, after about the same time, when there is no such account', async () => {
    const { email } = await person();
    const nobody = `${newId()}@nowhere.test`;
    const timed = async (address: string) => {
      const start = performance.now();
      const answer = await requestReset(newVisitor(), { email: address });
      return { answer, took: performance.now() - start };
    };
    const [known, unknown] = [await timed(email), await timed(nobody)];
    expect(unknown.answer).toEqual(known.answer);
    expect(unknown.took).toBeGreaterThan(390);
    expect((await mailTo(nobody)).mail).toBeNull();
  });

  test('sends three mails to one account at most, and says nothing of it', async () => {
    const { email, world } = await person();
    for (let round = 0; round < 5; round++) {
      expect(await requestReset(newVisitor(), { email })).toEqual({ ok: true, value: null });
    }
    const { workspaceId } = world;
    expect(await world.db.outgoingMail.count({ where: { workspaceId, kind: 'password_reset' } })).toBe(3);
  });

  test('is of no use to somebody without a workspace or who was disabled', async () => {
    const { email, id, world } = await person();
    await world.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await resetLink(email)).toBe('');
  });
});

describe('setting a new password by a link', () => {
  test('signs out every browser and this one in', async () => {
    const { email, visitor, signInWith, world, sessions } = await person();
    const before = await signInWith(OLD);
    const done = await resetPassword(visitor, { token: await resetLink(email), password: NEW });
    if (!done.ok || !before.ok) throw new Error('refused');
    const alive = (sessionId: string) => liveSession(world.db, { sessionId, at: new Date() });
    expect(await alive(before.value.sessionId)).toBeNull();
    expect(await alive(done.value.sessionId)).not.toBeNull();
    expect(await sessions()).toBe(1);
    expect(await signInWith(OLD)).toMatchObject({ ok: false });
    expect(await signInWith(NEW)).toMatchObject({ ok: true });
    const { workspaceId } = world;
    expect(await world.db.auditEntry.findFirst({ where: { workspaceId } })).toMatchObject({
      action: 'member.password_reset',
      target: email,
    });
  });

  test('works once, for an hour, and not after a newer one was used', async () => {
    const { email, visitor } = await person();
    const [first, second] = [await resetLink(email), await resetLink(email)];
    const late = newVisitor({ now: () => new Date(Date.now() + 60 * 60 * 1000 + 5_000) });
    expect(await getReset(late, first)).toBeNull();
    expect(await resetPassword(late, { token: first, password: NEW })).toMatchObject({ ok: false });
    expect(await resetPassword(visitor, { token: second, password: NEW })).toMatchObject({ ok: true });
    const invalid = { ok: false, error: { code: 'token.invalid' } };
    expect(await resetPassword(visitor, { token: second, password: NEW })).toEqual(invalid);
    expect(await resetPassword(visitor, { token: first, password: NEW })).toEqual(invalid);
  });

  test('refuses a weak password and keeps the link', async () => {
    const { email, visitor } = await person();
    const token = await resetLink(email);
    expect(await resetPassword(visitor, { token, password: email })).toEqual({
      ok: false,
      error: { code: 'password.is_address' },
    });
    expect(await resetPassword(visitor, { token, password: NEW })).toMatchObject({ ok: true });
  });
});

describe('changing one’s own password', () => {
  async function signedIn() {
    const found = await person();
    const [here, there] = [await found.signInWith(OLD), await found.signInWith(OLD)];
    if (!here.ok || !there.ok) throw new Error('refused');
    const stored = await found.world.db.user.findUniqueOrThrow({ where: { id: found.id } });
    const user = {
      ...newVisitor(),
      ...stored,
      sessionId: here.value.sessionId,
      memberships: [],
    };
    return { ...found, user };
  }

  test('asks for the present one, and signs out all other browsers', async () => {
    const { user, sessions, signInWith } = await signedIn();
    expect(await changePassword(user, { current: 'not this one', password: NEW })).toEqual({
      ok: false,
      error: { code: 'password.wrong' },
    });
    expect(await sessions()).toBe(2);
    expect(await changePassword(user, { current: OLD, password: NEW })).toEqual({ ok: true, value: null });
    expect(await sessions()).toBe(1);
    expect(await signInWith(NEW)).toMatchObject({ ok: true });
  });

  test('cannot be used to guess it', async () => {
    const { user } = await signedIn();
    for (let round = 0; round < 10; round++) {
      await changePassword(user, { current: `wrong ${round}`, password: NEW });
    }
    expect(await changePassword(user, { current: OLD, password: NEW })).toEqual({
      ok: false,
      error: { code: 'sign_in.too_often' },
    });
  });
});
