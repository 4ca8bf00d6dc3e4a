import { beforeEach, describe, expect, test } from 'vitest';
import { createUser } from '@/features/team/commands/create-user';
import { deactivateMember } from '@/features/team/commands/deactivate-member';
import { reactivateMember } from '@/features/team/commands/reactivate-member';
import { updateMember } from '@/features/team/commands/update-member';
import { listPeople } from '@/features/team/queries';
import { liveSession, openSession } from '@/server/auth/sessions';
import type { StaffContext } from '@/server/context';
import { newId } from '@/server/ids';
import { newWorld } from '../../support/world';

let world: Awaited<ReturnType<typeof newWorld>>;
let owner: StaffContext;
let agent: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  owner = await world.member({ role: 'owner', name: 'Anna Bērziņa' });
  agent = await world.member({ role: 'agent', name: 'Kiss Zsófia' });
});

const idOf = (ctx: StaffContext) => String(ctx.actor.id);
const rights = (over = {}) => ({ role: 'agent' as const, scope: 'all' as const, teamIds: [], ...over });
const membership = (ctx: StaffContext) =>
  world.db.membership.findUniqueOrThrow({
    where: { workspaceId_userId: { workspaceId: world.workspaceId, userId: idOf(ctx) } },
    include: { teams: true },
  });
const lastAudit = () =>
  world.db.auditEntry.findFirst({ where: { workspaceId: world.workspaceId }, orderBy: { id: 'desc' } });

describe('changing a member', () => {
  test('sets role, scope and teams, and writes down what they were', async () => {
    const teamId = await world.team('Billing');
    const input = rights({ userId: idOf(agent), role: 'manager', scope: 'team', teamIds: [teamId] });
    expect(await updateMember(owner, { ...input, userId: idOf(agent) })).toEqual({ ok: true, value: null });
    expect(await membership(agent)).toMatchObject({ role: 'manager', scope: 'team', teams: [{ teamId }] });
    expect(await lastAudit()).toMatchObject({
      action: 'member.changed',
      actorName: 'Anna Bērziņa',
      data: { roleFrom: 'agent', roleTo: 'manager', scopeFrom: 'all', scopeTo: 'team', teamsTo: 'Billing' },
    });
  });

  test('keeps who leads a team they stay in', async () => {
    const teamId = await world.team();
    await world.db.teamMember.create({
      data: { workspaceId: world.workspaceId, teamId, userId: idOf(agent), lead: true },
    });
    await updateMember(owner, { ...rights({ teamIds: [teamId] }), userId: idOf(agent) });
    expect((await membership(agent)).teams).toMatchObject([{ teamId, lead: true }]);
  });

  test('of two owners who take the role from each other at once leaves one', async () => {
    const second = await world.member({ role: 'owner' });
    const answers = await Promise.all([
      updateMember(owner, { ...rights({ role: 'admin' }), userId: idOf(second) }),
      updateMember(second, { ...rights({ role: 'admin' }), userId: idOf(owner) }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { workspaceId } = world;
    expect(await world.db.membership.count({ where: { workspaceId, role: 'owner' } })).toBe(1);
  });

  test('of another workspace is not found, and neither is a team of one', async () => {
    const other = await newWorld();
    const stranger = await other.member();
    const notFound = { ok: false, error: { code: 'not_found' } };
    expect(await updateMember(owner, { ...rights(), userId: idOf(stranger) })).toEqual(notFound);
    const teamIds = [await other.team()];
    expect(await updateMember(owner, { ...rights({ teamIds }), userId: idOf(agent) })).toEqual(notFound);
  });
});

describe('deactivating a member', () => {
  test('shuts them out of this workspace at once, and only of this one', async () => {
    const other = await newWorld();
    const { db } = world;
    await db.membership.create({
      data: { workspaceId: other.workspaceId, userId: idOf(agent), role: 'agent' },
    });
    const sessionId = newId();
    await openSession(db, { id: sessionId, userId: idOf(agent), at: world.now(), ip: '', userAgent: '' });
    expect(await deactivateMember(owner, { userId: idOf(agent) })).toMatchObject({ ok: true });
    const session = await liveSession(db, { sessionId, at: world.now() });
    expect(session?.memberships.map(({ workspace }) => workspace.id)).toEqual([other.workspaceId]);
  });

  test('takes them out of teams and gives their open tickets back, with a line in each history', async () => {
    const teamId = await world.team();
    await updateMember(owner, { ...rights({ teamIds: [teamId] }), userId: idOf(agent) });
    const ticket = await world.ticket(owner, { assigneeId: idOf(agent) });
    expect(await deactivateMember(owner, { userId: idOf(agent) })).toEqual({
      ok: true,
      value: { ticketsReleased: 1 },
    });
    expect((await membership(agent)).teams).toEqual([]);
    const events = await world.db.ticketEvent.findMany({
      where: { workspaceId: world.workspaceId, ticketId: ticket.ticketId },
      orderBy: { position: 'desc' },
    });
    expect(events[0]).toMatchObject({ type: 'ticket.assigned', actorName: 'Anna Bērziņa' });
    const active = { active: true, search: '' };
    expect((await listPeople(owner, active)).rows.map(({ name }) => name)).toEqual(['Anna Bērziņa']);
  });

  test('is refused for oneself, the last owner, and those above', async () => {
    const admin = await world.member({ role: 'admin' });
    const code = async (by: StaffContext, of: StaffContext) => {
      const answer = await deactivateMember(by, { userId: idOf(of) });
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await code(owner, owner)).toBe('member.last_owner');
    expect(await code(admin, admin)).toBe('member.not_yourself');
    expect(await code(admin, owner)).toBe('role.too_high');
  });

  test('can be undone', async () => {
    await deactivateMember(owner, { userId: idOf(agent) });
    expect(await reactivateMember(owner, { userId: idOf(agent) })).toEqual({ ok: true, value: null });
    expect((await membership(agent)).deactivatedAt).toBeNull();
    expect(await lastAudit()).toMatchObject({ action: 'member.reactivated' });
  });
});

describe('the list of people', () => {
  test('finds by name and by address, within this workspace only', async () => {
    const other = await newWorld();
    await other.member({ name: 'Kiss Zsófia' });
    const found = await listPeople(owner, { active: true, search: 'ZSÓF' });
    expect(found).toMatchObject({ rows: [{ userId: idOf(agent), name: 'Kiss Zsófia' }], more: false });
    const byAddress = await listPeople(owner, { active: true, search: idOf(owner) });
    expect(byAddress.rows.map(({ userId }) => userId)).toEqual([idOf(owner)]);
  });
});

describe('a member made by the command line', () => {
  const newcomer = () => ({ email: `${newId()}@New.test`, name: 'Jānis', role: 'manager' as const });

  test('gets the password that was given', async () => {
    const made = await createUser(world.system('command_line'), {
      ...newcomer(),
      password: 'kettle harbour 42',
    });
    if (!made.ok) throw new Error(made.error.code);
    const user = await world.db.user.findUniqueOrThrow({ where: { id: made.value.userId } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(user.email).toBe(user.email.toLowerCase());
    expect(await lastAudit()).toMatchObject({ action: 'member.created', actorKind: 'system' });
  });

  test('with an account already keeps its password, and is not added twice', async () => {
    const person = newcomer();
    const first = await createUser(world.system(), { ...person, password: 'kettle harbour 42' });
    const other = await newWorld();
    const second = await createUser(other.system(), { ...person, password: 'another harbour 43' });
    expect(second).toEqual(first);
    const again = await createUser(other.system(), person);
    expect(again).toEqual({ ok: false, error: { code: 'member.exists' } });
  });

  test('is refused with a weak password or a wrong address', async () => {
    const ctx = world.system();
    const weak = await createUser(ctx, { ...newcomer(), password: 'qwertyuiop' });
    expect(weak).toEqual({ ok: false, error: { code: 'password.breached' } });
    const wrong = await createUser(ctx, { ...newcomer(), email: 'nobody' });
    expect(wrong).toEqual({ ok: false, error: { code: 'input.invalid' } });
  });
});
