import { expect, test } from 'vitest';
import { revokeOtherSessions, revokeSession } from '@/features/account/commands/revoke-sessions';
import {
  updateAppearance,
  updateOwnMembership,
  updateProfile,
} from '@/features/account/commands/update-account';
import { getOwnMembership, listSessions } from '@/features/account/queries';
import { openSession } from '@/server/auth/sessions';
import { newId } from '@/server/ids';
import { newVisitor } from '../../support/visitor';
import { newWorld } from '../../support/world';

async function signedIn(browsers: number) {
  const world = await newWorld({ at: new Date().toISOString() });
  const ctx = await world.member({ role: 'light_agent' });
  const id = String(ctx.actor.id);
  const stored = await world.db.user.findUniqueOrThrow({ where: { id } });
  const visitor = newVisitor();
  const ids: string[] = [];
  for (let number = 0; number < browsers; number++) {
    const session = newId();
    const at = new Date(Date.now() - number * 60_000);
    await openSession(world.db, {
      id: session,
      userId: id,
      at,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
    });
    ids.push(session);
  }
  const user = { ...visitor, ...stored, sessionId: ids[1] ?? '', memberships: [] };
  return { world, ctx, ids, user };
}

test('the list shows this browser first, then the others by last use, and none that are over', async () => {
  const { user, ids, world } = await signedIn(4);
  await world.db.userSession.update({ where: { id: ids[3] ?? '' }, data: { expiresAt: new Date(0) } });
  const list = await listSessions(user);
  expect(list.map(({ id, current }) => [id, current])).toEqual([
    [ids[1], true],
    [ids[0], false],
    [ids[2], false],
  ]);
  expect(list[0]?.device).toEqual({ browser: 'Firefox', system: 'Linux', mobile: false });
});

test('one browser, or all others, can be signed out; those of other people cannot', async () => {
  const { user, ids } = await signedIn(4);
  const stranger = await signedIn(2);
  const foreign = await revokeSession(user, { sessionId: stranger.ids[0] ?? '' });
  expect(foreign).toEqual({ ok: false, error: { code: 'not_found' } });
  expect(await listSessions(stranger.user)).toHaveLength(2);

  expect(await revokeSession(user, { sessionId: ids[0] ?? '' })).toEqual({ ok: true, value: null });
  expect(await revokeOtherSessions(user)).toEqual({ ok: true, value: { revoked: 2 } });
  expect((await listSessions(user)).map(({ id }) => id)).toEqual([ids[1]]);
});

test('personal settings are kept, those of the workspace in this workspace only', async () => {
  const { user, ctx, world } = await signedIn(2);
  const other = await newWorld();
  await other.db.membership.create({
    data: { workspaceId: other.workspaceId, userId: user.id, role: 'agent' },
  });
  await updateProfile(user, { name: 'Anna Ozola', locale: 'lv', timeZone: 'Europe/Riga' });
  await updateAppearance(user, { theme: 'dark', density: 'compact', shortcuts: false });
  await updateOwnMembership(ctx, { signature: 'Anna' });
  expect(await world.db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    name: 'Anna Ozola',
    locale: 'lv',
    timeZone: 'Europe/Riga',
    theme: 'dark',
    density: 'compact',
    shortcuts: false,
  });
  expect(await getOwnMembership(ctx)).toEqual({ signature: 'Anna' });
  const elsewhere = await getOwnMembership({ ...ctx, workspaceId: other.workspaceId });
  expect(elsewhere).toEqual({ signature: '' });
});
