import { beforeEach, expect, test } from 'vitest';
import type { Condition } from '@/domain/condition/evaluate';
import { searchConditionValues } from '@/features/conditions/commands/search-condition-values';
import { deletePolicy } from '@/features/sla/commands/delete-policy';
import { orderPolicies } from '@/features/sla/commands/order-policies';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { conditionChoices } from '@/features/sla/condition-values';
import { dryRunPolicy } from '@/features/sla/dry-run';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { getPolicy, listPolicies } from '@/features/sla/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;
let calendarId: string;

beforeEach(async () => {
  world = await newWorld();
  admin = await world.member({ role: 'admin', name: 'Anna' });
  const week = Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]);
  const made = await saveCalendar(
    admin,
    calendarInput.parse({ name: 'Office', timeZone: 'Europe/Riga', week }),
  );
  if (!made.ok) throw new Error(made.error.code);
  calendarId = made.value.calendarId;
});

const TARGETS = [{ metric: 'first_reply', priority: 'normal', minutes: 60 }];

async function policy(name: string, over: object = {}): Promise<string> {
  const done = await savePolicy(admin, policyInput.parse({ name, calendarId, targets: TARGETS, ...over }));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.policyId;
}

const order = async () => (await listPolicies(admin)).policies.map(({ name }) => name);
const notFound = { ok: false, error: { code: 'not_found' } };

test('policies are tried in the order into which they were put, and the change is on record', async () => {
  const ids = [await policy('One'), await policy('Two'), await policy('Three')];
  expect(await order()).toEqual(['One', 'Two', 'Three']);
  expect(await orderPolicies(admin, { policyIds: ids.toReversed() })).toEqual({ ok: true, value: null });
  expect(await order()).toEqual(['Three', 'Two', 'One']);
  const entries = await world.db.auditEntry.findMany({
    where: { workspaceId: world.workspaceId, action: 'policy.ordered' },
  });
  expect(entries.map(({ target }) => target)).toEqual(['Three, Two, One']);
});

test('an order that does not name each policy once is refused and changes nothing', async () => {
  const [one = '', two = ''] = [await policy('One'), await policy('Two')];
  const foreign = admin.newId();
  for (const policyIds of [[one], [one, one], [two, one, foreign]]) {
    expect(await orderPolicies(admin, { policyIds })).toEqual(notFound);
  }
  expect(await order()).toEqual(['One', 'Two']);
});

test('conditions come with the names of what they point at', async () => {
  const teamId = await world.team('Billing');
  const conditions: Condition = { not: { field: 'teamId', operator: 'is_any_of', values: [teamId] } };
  const id = await policy('Others', { conditions });
  expect((await listPolicies(admin)).names).toEqual({ [teamId]: 'Billing' });
  const page = await getPolicy(admin, id);
  expect(page?.policy.conditions).toEqual(conditions);
  expect(page?.names).toEqual({ [teamId]: 'Billing' });
});

test('every version that was saved can be read, with who saved it', async () => {
  const id = await policy('Fast');
  await policy('Faster', { id });
  const page = await getPolicy(admin, id);
  expect(page?.versions.map((each) => [each.version, each.policy.name, each.savedBy])).toEqual([
    [2, 'Faster', 'Anna'],
    [1, 'Fast', 'Anna'],
  ]);
});

test('a dry run counts the open tickets that match, with examples, and sees no others', async () => {
  const agent = await world.member();
  for (const priority of ['urgent', 'urgent', 'low']) await world.ticket(agent, { priority });
  const conditions: Condition = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
  const found = await dryRunPolicy(admin, { conditions });
  expect(found).toMatchObject({ ok: true, value: { open: 3, matching: 2 } });
  expect(found.ok && found.value.examples).toHaveLength(2);
  const narrow = await world.member({ role: 'admin', scope: 'own' });
  expect(await dryRunPolicy(narrow, { conditions: null })).toEqual({
    ok: true,
    value: { open: 0, matching: 0, examples: [] },
  });
});

test('a dry run looks at tags and at the requester’s organization', async () => {
  const agent = await world.member();
  await world.ticket(agent, { tags: ['vip'] });
  const { tagIds = [] } = await conditionChoices(admin, 'en');
  const organizationId = admin.newId();
  const { workspaceId } = world;
  await world.db.organization.create({ data: { workspaceId, id: organizationId, name: 'Ozols SIA' } });
  await world.db.customer.updateMany({ where: { workspaceId }, data: { organizationId } });
  const all: Condition[] = [
    { field: 'tagIds', operator: 'has_any_of', values: tagIds.map(({ id }) => id) },
    { field: 'organizationId', operator: 'is_any_of', values: [organizationId] },
  ];
  expect(await dryRunPolicy(admin, { conditions: { all } })).toMatchObject({ value: { matching: 1 } });
  const found = await searchConditionValues(admin, { field: 'organizationId', text: 'ozol' });
  expect(found).toEqual({ ok: true, value: [{ id: organizationId, name: 'Ozols SIA' }] });
});

test('a policy under which a ticket came is kept, an unused one can be deleted', async () => {
  const [used, unused] = [await policy('Used'), await policy('Unused')];
  await world.ticket(await world.member());
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { slaPolicyId: used },
  });
  expect(await deletePolicy(admin, { policyId: used })).toEqual({
    ok: false,
    error: { code: 'policy.in_use' },
  });
  expect(await deletePolicy(admin, { policyId: unused })).toEqual({ ok: true, value: null });
  expect(await order()).toEqual(['Used']);
});

test('another workspace’s policy is not found', async () => {
  const id = await policy('Ours');
  const stranger = await (await newWorld()).member({ role: 'admin' });
  expect(await getPolicy(stranger, id)).toBeNull();
  expect(await deletePolicy(stranger, { policyId: id })).toEqual(notFound);
});
