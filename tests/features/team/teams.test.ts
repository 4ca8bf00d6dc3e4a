import { beforeEach, describe, expect, test } from 'vitest';
import { createTeam } from '@/features/team/commands/create-team';
import { deleteTeam } from '@/features/team/commands/delete-team';
import { renameTeam } from '@/features/team/commands/rename-team';
import { setTeamMembers } from '@/features/team/commands/set-team-members';
import { getTeam, listTeams } from '@/features/team/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  admin = await world.member({ role: 'admin', name: 'Anna' });
});

const idOf = (ctx: StaffContext) => String(ctx.actor.id);
const taken = { ok: false, error: { code: 'name.taken' } };
const notFound = { ok: false, error: { code: 'not_found' } };

async function team(name: string) {
  const made = await createTeam(admin, { name });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.teamId;
}

describe('teams', () => {
  test('have names of their own, whatever the case', async () => {
    const teamId = await team('Billing');
    await team('Returns');
    expect(await createTeam(admin, { name: 'BILLING' })).toEqual(taken);
    expect(await renameTeam(admin, { teamId, name: 'returns' })).toEqual(taken);
    expect(await renameTeam(admin, { teamId, name: 'billing' })).toEqual({ ok: true, value: null });
    expect((await listTeams(admin)).map(({ name }) => name)).toEqual(['billing', 'Returns']);
  });

  test('have the members and leads that were chosen, and nobody else', async () => {
    const teamId = await team('Billing');
    const [one, two] = [await world.member({ name: 'Līga' }), await world.member({ name: 'Jānis' })];
    await setTeamMembers(admin, { teamId, memberIds: [idOf(one), idOf(two)], leadIds: [idOf(two)] });
    await setTeamMembers(admin, { teamId, memberIds: [idOf(two)], leadIds: [idOf(two), idOf(one)] });
    const page = await getTeam(admin, teamId);
    const state = Object.fromEntries(page?.people.map((each) => [each.name, [each.member, each.lead]]) ?? []);
    expect(state).toEqual({ Anna: [false, false], Līga: [false, false], Jānis: [true, true] });
  });

  test('take no deactivated member and none of another workspace', async () => {
    const teamId = await team('Billing');
    const gone = await world.member();
    await world.db.membership.updateMany({
      where: { userId: idOf(gone) },
      data: { deactivatedAt: world.now() },
    });
    const stranger = await (await newWorld()).member();
    for (const each of [gone, stranger]) {
      expect(await setTeamMembers(admin, { teamId, memberIds: [idOf(each)], leadIds: [] })).toEqual(notFound);
    }
  });

  test('are deleted only when nothing belongs to them', async () => {
    const teamId = await team('Billing');
    await setTeamMembers(admin, { teamId, memberIds: [idOf(admin)], leadIds: [] });
    const notEmpty = { ok: false, error: { code: 'team.not_empty' } };
    expect(await deleteTeam(admin, { teamId })).toEqual(notEmpty);
    await setTeamMembers(admin, { teamId, memberIds: [], leadIds: [] });
    await world.ticket(admin, { teamId });
    expect((await listTeams(admin))[0]).toMatchObject({ openTickets: 1 });
    expect(await deleteTeam(admin, { teamId })).toEqual(notEmpty);
    expect(await deleteTeam(admin, { teamId: await team('Spare') })).toEqual({ ok: true, value: null });
  });

  test('of another workspace are not found', async () => {
    const teamId = await team('Billing');
    const stranger = await (await newWorld()).member({ role: 'owner' });
    expect(await renameTeam(stranger, { teamId, name: 'Mine' })).toEqual(notFound);
    expect(await deleteTeam(stranger, { teamId })).toEqual(notFound);
    expect(await setTeamMembers(stranger, { teamId, memberIds: [], leadIds: [] })).toEqual(notFound);
    expect(await getTeam(stranger, teamId)).toBeNull();
    expect(await listTeams(stranger)).toEqual([]);
  });
});
