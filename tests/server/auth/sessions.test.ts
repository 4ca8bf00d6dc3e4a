import { expect, test } from 'vitest';
import { liveSession, openSession, touchSession } from '@/server/auth/sessions';
import { newId } from '@/server/ids';
import { newWorld } from '../../support/world';

const DAY = 24 * 60 * 60 * 1000;
const at = new Date('2026-03-02T09:00:00Z');
const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);

async function signedIn(over: Parameters<Awaited<ReturnType<typeof newWorld>>['member']>[0] = {}) {
  const world = await newWorld();
  const ctx = await world.member(over);
  const id = newId();
  const userId = String(ctx.actor.id);
  await openSession(world.db, { id, userId, at, ip: '192.0.2.1', userAgent: 'Firefox' });
  const found = (when = at) => liveSession(world.db, { sessionId: id, at: when });
  return { world, ctx, id, userId, found };
}

test('a session carries its person and every workspace they may enter', async () => {
  const { world, ctx, userId, found } = await signedIn({ name: 'Zsófia', role: 'manager', scope: 'team' });
  const teamId = await world.team('Billing');
  await world.db.teamMember.create({ data: { workspaceId: world.workspaceId, teamId, userId } });
  const other = await newWorld();
  await other.db.membership.create({ data: { workspaceId: other.workspaceId, userId, role: 'agent' } });
  const left = await newWorld();
  await left.db.membership.create({
    data: { workspaceId: left.workspaceId, userId, role: 'owner', deactivatedAt: at },
  });

  const session = await found();
  expect(session?.user).toMatchObject({ id: userId, name: 'Zsófia', theme: 'system', shortcuts: true });
  expect(session?.memberships.map(({ workspace }) => workspace.slug).sort()).toEqual(
    [world.slug, other.slug].sort(),
  );
  const here = session?.memberships.find(({ workspace }) => workspace.id === ctx.workspaceId);
  expect(here).toMatchObject({ role: 'manager', scope: 'team', teamIds: [teamId] });
});

test('it lasts 30 days after its last use, and not longer', async () => {
  const { found } = await signedIn();
  expect(await found(later(30 * DAY - 1000))).not.toBeNull();
  expect(await found(later(30 * DAY + 1000))).toBeNull();
});

test('using it moves its end, and is written down once a minute', async () => {
  const { world, id, found } = await signedIn();
  const touch = async (when: Date) => {
    const session = await found(when);
    if (session) await touchSession(world.db, session, { at: when, ip: '192.0.2.9' });
    return world.db.userSession.findUniqueOrThrow({ where: { id } });
  };
  expect((await touch(later(59_000))).lastSeenAt).toEqual(at);
  const moved = await touch(later(20 * DAY));
  expect(moved).toMatchObject({ lastSeenAt: later(20 * DAY), ip: '192.0.2.9' });
  expect(await found(later(49 * DAY))).not.toBeNull();
});

test('entering a workspace is remembered as the last one', async () => {
  const { world, userId, found } = await signedIn();
  const session = await found();
  if (!session) throw new Error('no session');
  await touchSession(world.db, session, { at, ip: '', workspace: world.slug });
  const user = await world.db.user.findUniqueOrThrow({ where: { id: userId } });
  expect(user.lastWorkspace).toBe(world.slug);
});

test('a revoked session and a disabled person are out at once', async () => {
  const one = await signedIn();
  await one.world.db.userSession.update({ where: { id: one.id }, data: { revokedAt: at } });
  expect(await one.found()).toBeNull();

  const two = await signedIn();
  await two.world.db.user.update({ where: { id: two.userId }, data: { disabledAt: at } });
  expect(await two.found()).toBeNull();
});
