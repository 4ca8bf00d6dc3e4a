import { beforeEach, describe, expect, test } from 'vitest';
import { acceptInvitation } from '@/features/team/commands/accept-invitation';
import { inviteMember } from '@/features/team/commands/invite-member';
import { joinWorkspace } from '@/features/team/commands/join-workspace';
import { resendInvitation } from '@/features/team/commands/resend-invitation';
import { revokeInvitation } from '@/features/team/commands/revoke-invitation';
import { getInvitation, listInvitations } from '@/features/team/queries';
import type { StaffContext } from '@/server/context';
import { newId } from '@/server/ids';
import { mailTo, newVisitor } from '../../support/visitor';
import { newWorld } from '../../support/world';

const DAY = 24 * 60 * 60;
const PASSWORD = 'kettle harbour 42';

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;
let email: string;

beforeEach(async () => {
  world = await newWorld();
  admin = await world.member({ role: 'admin', name: 'Anna Bērziņa' });
  email = `${newId()}@new.test`;
});

const rights = (over = {}) => ({
  email,
  locale: 'en' as const,
  role: 'agent' as const,
  scope: 'team' as const,
  teamIds: [] as string[],
  ...over,
});
const visitor = () => newVisitor({ now: world.now });
const audit = () => world.db.auditEntry.findMany({ where: { workspaceId: world.workspaceId } });

async function invited(over = {}) {
  const made = await inviteMember(admin, rights(over));
  if (!made.ok) throw new Error(made.error.code);
  return { ...(await mailTo(email)), id: made.value.invitationId };
}

describe('an invitation', () => {
  test('is mailed in its language, with a link that is stored only as a hash', async () => {
    const { mail, token } = await invited({ locale: 'hu' });
    expect(mail).toMatchObject({ kind: 'invitation', workspaceId: world.workspaceId });
    expect(mail?.subject).toContain('meghívja Önt');
    expect(mail?.text).toContain('Anna Bērziņa');
    expect(mail?.html).toContain(`/invitation/${token}"`);
    const stored = await world.db.invitation.findFirstOrThrow({ where: { email } });
    expect(stored.tokenHash).not.toContain(token);
    expect((await audit()).map(({ action }) => action)).toEqual(['member.invited']);
  });

  test('makes an account, a membership in its teams and a session, and works once', async () => {
    const teamId = await world.team('Billing');
    const { token } = await invited({ teamIds: [teamId] });
    expect(await getInvitation(visitor(), token)).toMatchObject({ email, role: 'agent', hasAccount: false });

    const accepted = await acceptInvitation(visitor(), { token, name: 'Új Kolléga', password: PASSWORD });
    expect(accepted).toMatchObject({ ok: true, value: { goTo: `/${world.slug}/desk` } });
    const member = await world.db.membership.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, user: { email } },
      select: { role: true, scope: true, teams: true, user: { include: { sessions: true } } },
    });
    expect(member).toMatchObject({ role: 'agent', scope: 'team', user: { name: 'Új Kolléga' } });
    expect(member.teams.map((team) => team.teamId)).toEqual([teamId]);
    expect(member.user.sessions).toHaveLength(1);
    expect(member.user.passwordHash).toMatch(/^\$argon2id\$/);

    expect(await getInvitation(visitor(), token)).toBeNull();
    const again = await acceptInvitation(visitor(), { token, name: 'X', password: PASSWORD });
    expect(again).toEqual({ ok: false, error: { code: 'token.invalid' } });
  });

  test('of two who accept at the same moment lets one in', async () => {
    const { token } = await invited();
    const both = await Promise.all(
      ['One', 'Two'].map((name) => acceptInvitation(visitor(), { token, name, password: PASSWORD })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.db.user.count({ where: { email } })).toBe(1);
  });

  test('runs out after seven days', async () => {
    const { token } = await invited();
    world.pass(7 * DAY - 1);
    expect(await getInvitation(visitor(), token)).not.toBeNull();
    world.pass(1);
    expect(await getInvitation(visitor(), token)).toBeNull();
  });

  test('sent again has a new link, and the old one stops working', async () => {
    const { token, id } = await invited();
    world.pass(8 * DAY);
    expect((await listInvitations(admin))[0]).toMatchObject({ email, expired: true });
    expect(await resendInvitation(admin, { invitationId: id })).toMatchObject({ ok: true });
    const again = await mailTo(email);
    expect(again.token).not.toBe(token);
    expect(await getInvitation(visitor(), token)).toBeNull();
    expect(await getInvitation(visitor(), again.token)).not.toBeNull();
  });

  test('taken back no longer works and leaves the list', async () => {
    const { token, id } = await invited();
    expect(await revokeInvitation(admin, { invitationId: id })).toMatchObject({ ok: true });
    expect(await getInvitation(visitor(), token)).toBeNull();
    expect(await listInvitations(admin)).toEqual([]);
    expect(await revokeInvitation(admin, { invitationId: id })).toMatchObject({ ok: false });
  });

  test('replaces an earlier one to the same address', async () => {
    const first = await invited();
    const second = await invited({ role: 'manager' });
    expect(await getInvitation(visitor(), first.token)).toBeNull();
    expect(await getInvitation(visitor(), second.token)).toMatchObject({ role: 'manager' });
  });

  test('demands a good password', async () => {
    const { token } = await invited();
    const short = await acceptInvitation(visitor(), { token, name: 'X', password: 'short' });
    expect(short).toEqual({ ok: false, error: { code: 'password.too_short' } });
    const leaked = await acceptInvitation(visitor(), { token, name: 'X', password: 'qwertyuiop' });
    expect(leaked).toEqual({ ok: false, error: { code: 'password.breached' } });
    expect(await world.db.user.count({ where: { email } })).toBe(0);
  });
});

describe('inviting', () => {
  test('gives no more rights than one has', async () => {
    const refused = await inviteMember(admin, rights({ role: 'owner' }));
    expect(refused).toEqual({ ok: false, error: { code: 'role.too_high' } });
  });

  test('somebody who is a member already is refused, deactivated or not', async () => {
    const member = await world.member({ email });
    expect(await inviteMember(admin, rights())).toEqual({ ok: false, error: { code: 'member.exists' } });
    await world.db.membership.updateMany({
      where: { userId: String(member.actor.id) },
      data: { deactivatedAt: world.now() },
    });
    expect(await inviteMember(admin, rights())).toEqual({ ok: false, error: { code: 'member.exists' } });
  });

  test('into a team of another workspace finds no such team', async () => {
    const other = await newWorld();
    const teamId = await other.team();
    const refused = await inviteMember(admin, rights({ teamIds: [teamId] }));
    expect(refused).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  test('of another workspace is not found', async () => {
    const { id } = await invited();
    const other = await newWorld();
    const stranger = await other.member({ role: 'owner' });
    const notFound = { ok: false, error: { code: 'not_found' } };
    expect(await revokeInvitation(stranger, { invitationId: id })).toEqual(notFound);
    expect(await resendInvitation(stranger, { invitationId: id })).toEqual(notFound);
    expect(await listInvitations(stranger)).toEqual([]);
  });
});

describe('somebody with an account', () => {
  async function withAccount(address: string) {
    const id = newId();
    await world.db.user.create({ data: { id, email: address, name: 'Līga' } });
    return { ...visitor(), id, name: 'Līga', email: address };
  }

  test('joins with it, and cannot make a second one', async () => {
    const { token } = await invited();
    const user = await withAccount(email);
    expect(await getInvitation(visitor(), token)).toMatchObject({ hasAccount: true });
    const second = await acceptInvitation(visitor(), { token, name: 'X', password: PASSWORD });
    expect(second).toEqual({ ok: false, error: { code: 'member.exists' } });
    expect(await joinWorkspace(user, { token })).toEqual({
      ok: true,
      value: { goTo: `/${world.slug}/desk` },
    });
    const key = { workspaceId: world.workspaceId, userId: user.id };
    expect(await world.db.membership.findUnique({ where: { workspaceId_userId: key } })).not.toBeNull();
  });

  test('cannot use an invitation that was sent to another address', async () => {
    const { token } = await invited();
    const user = await withAccount(`${newId()}@other.test`);
    expect(await joinWorkspace(user, { token })).toEqual({ ok: false, error: { code: 'token.invalid' } });
  });
});

test('guessing links is stopped after thirty tries from one address', async () => {
  const guesser = visitor();
  const codes: string[] = [];
  for (let round = 0; round < 31; round++) {
    const token = `guess-number-${round}-of-a-token`;
    const answer = await acceptInvitation(guesser, { token, name: 'X', password: PASSWORD });
    codes.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(codes.slice(0, 30).every((code) => code === 'token.invalid')).toBe(true);
  expect(codes[30]).toBe('rate.limited');
});
