import { beforeAll, expect, test } from 'vitest';
import type { SegmentCondition } from '@/domain/condition/segment';
import { blockCustomer } from '@/features/customers/commands/block-customer';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { changeCustomers } from '@/features/segments/commands/change-customers';
import { deleteSegment, saveSegment } from '@/features/segments/commands/save-segment';
import { segmentCondition } from '@/features/segments/commands/segment-fields';
import { listCustomerLines } from '@/features/segments/customer-lines';
import { exportCustomers } from '@/features/segments/export-customers';
import { segmentInput } from '@/features/segments/inputs';
import { countCustomers, listSegments } from '@/features/segments/queries';
import { saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import { newWorld } from '../../support/world';

/** Three people: Anna wrote and has an open ticket, Béla only has a number, Céline is blocked and gold. */
async function threePeople() {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const { db, workspaceId } = world;
  await world.ticket(ctx, { requester: { email: 'anna@firma.test', name: 'Anna' } });
  const add = async (displayName: string, locale: string | null) => {
    const id = ctx.newId();
    await db.customer.create({ data: { workspaceId, id, displayName, locale, createdAt: world.now() } });
    return id;
  };
  const anna = (await db.customer.findFirstOrThrow({ where: { workspaceId } })).id;
  const bela = await add('Béla', 'hu');
  const celine = await add('=Céline', null);
  const identity = {
    workspaceId,
    id: ctx.newId(),
    customerId: bela,
    kind: 'phone',
    value: '+36301234567',
  } as const;
  await db.customerIdentity.create({ data: identity });
  const owner = await world.member({ role: 'owner' });
  const tier = await saveTier(owner, tierInput.parse({ names: { en: 'Gold', hu: 'Arany' }, rank: 1 }));
  if (!tier.ok) throw new Error(tier.error.code);
  const tierId = tier.value.tierId;
  await changeCustomers(ctx, { customerIds: [celine], change: { kind: 'tier', tierId } });
  await blockCustomer(ctx, { customerId: celine, blocked: true, reason: 'threats' });
  const consent = { customerId: anna, kind: 'marketing', source: 'phone', note: '' } as const;
  await recordConsent(ctx, { ...consent, given: true });
  await db.customer.update({
    where: { workspaceId_id: { workspaceId, id: anna } },
    data: { lastContactAt: new Date(world.now().getTime() - 3_600_000) },
  });
  return { world, ctx, anna, bela, celine, tierId, consent };
}

let people: Awaited<ReturnType<typeof threePeople>>;
beforeAll(async () => {
  people = await threePeople();
});

const namesOf = async (conditions: SegmentCondition | null, q = '') => {
  const { rows } = await listCustomerLines(people.ctx, {
    q,
    conditions,
    sort: 'name',
    after: null,
    limit: 50,
  });
  return rows.map(({ name }) => name);
};
const A = 'Anna';
const B = 'Béla';
const C = '=Céline';

test.each<[string, () => SegmentCondition, string[]]>([
  ['language', () => ({ field: 'customerLanguage', operator: 'is_any_of', values: ['hu'] }), [B]],
  [
    'no language',
    () => ({ not: { field: 'customerLanguage', operator: 'is_any_of', values: ['hu'] } }),
    [C, A],
  ],
  ['tier', () => ({ field: 'tierId', operator: 'is_any_of', values: [people.tierId] }), [C]],
  ['not this tier', () => ({ field: 'tierId', operator: 'is_none_of', values: [people.tierId] }), [A, B]],
  ['open tickets', () => ({ field: 'openTickets', operator: 'is_true' }), [A]],
  ['none open', () => ({ field: 'openTickets', operator: 'is_false' }), [C, B]],
  ['blocked', () => ({ field: 'blocked', operator: 'is_true' }), [C]],
  [
    'kinds of address',
    () => ({ field: 'identityKinds', operator: 'has_any_of', values: ['phone', 'x'] }),
    [B],
  ],
  ['no address', () => ({ field: 'identityKinds', operator: 'is_empty' }), [C]],
  ['consent', () => ({ field: 'consents', operator: 'has_all_of', values: ['marketing'] }), [A]],
  ['no consent', () => ({ field: 'consents', operator: 'has_none_of', values: ['marketing'] }), [C, B]],
  ['address', () => ({ field: 'customerEmail', operator: 'contains', values: ['FIRMA'] }), [A]],
  ['long ago', () => ({ field: 'sinceLastContact', operator: 'elapsed_at_least', values: ['60'] }), [A]],
  ['lately', () => ({ field: 'sinceLastContact', operator: 'elapsed_less_than', values: ['60'] }), []],
  ['never', () => ({ field: 'sinceLastContact', operator: 'is_empty' }), [C, B]],
  [
    'any of',
    () => ({
      any: [
        { field: 'blocked', operator: 'is_true' },
        { field: 'customerLanguage', operator: 'is_set' },
      ],
    }),
    [C, B],
  ],
])('segment by %s', async (_, condition, expected) => {
  expect(segmentCondition.parse(condition())).toEqual(condition());
  expect(await namesOf(condition())).toEqual(expected);
});

test('a consent that is taken back no longer counts', async () => {
  const { ctx, consent } = people;
  await recordConsent(ctx, { ...consent, given: false });
  expect(await namesOf({ field: 'consents', operator: 'has_any_of', values: ['marketing'] })).toEqual([]);
});

test('what a segment may not ask is refused', () => {
  const wrong = [
    { field: 'customerLanguage', operator: 'is_true' },
    { field: 'customerLanguage', operator: 'is_any_of', values: ['xx'] },
    { field: 'sinceLastContact', operator: 'open_elapsed_at_least', values: ['1'] },
    { field: 'sinceLastContact', operator: 'elapsed_at_least', values: ['soon'] },
    { field: 'status', operator: 'is_any_of', values: ['open'] },
  ];
  for (const condition of wrong) expect(segmentCondition.safeParse(condition).success).toBe(false);
});

test.each(['newest', 'name', 'contact'] as const)('pages by %s show everybody once', async (sort) => {
  const { ctx } = people;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCustomerLines>> = await listCustomerLines(ctx, {
      ...{ q: '', conditions: null, sort, after },
      limit: 1,
    });
    seen.push(...page.rows.map(({ name }) => name));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
  if (sort === 'contact') expect(seen[0]).toBe(A);
});

test('search and count look at the same, and at no other workspace', async () => {
  const { ctx } = people;
  expect(await namesOf(null, 'bela')).toEqual([B]);
  expect(await namesOf(null, '1234567')).toEqual([B]);
  expect(await countCustomers(ctx, { q: '', conditions: null })).toBe(3);
  const stranger = await (await newWorld()).member();
  expect(await countCustomers(stranger, { q: '', conditions: null })).toBe(0);
});

test('segments are saved by name, once, and forgotten', async () => {
  const { ctx } = people;
  const input = segmentInput.parse({ name: 'VIP', conditions: { field: 'blocked', operator: 'is_false' } });
  const saved = await saveSegment(ctx, input);
  expect(await saveSegment(ctx, input)).toMatchObject({ error: { code: 'name.taken' } });
  expect(await listSegments(ctx)).toMatchObject([{ name: 'VIP', sort: 'newest' }]);
  if (saved.ok) await deleteSegment(ctx, saved.value);
  expect(await listSegments(ctx)).toEqual([]);
});

test('an export opens in a spreadsheet and runs nothing there', async () => {
  const { ctx, world } = people;
  const body = await exportCustomers(ctx, { q: '', conditions: null, locale: 'hu', what: 'VIP' });
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines.find((line) => line.includes('Céline'))).toMatch(/,'=Céline,.*,Arany,.*,1$/);
  expect(lines.find((line) => line.includes('Béla'))).toContain("'+36301234567");
  const { workspaceId, db } = world;
  expect(await db.auditEntry.count({ where: { workspaceId, action: 'customer.exported' } })).toBe(1);
});

test('who may not block or change does not do so for many either', async () => {
  const { world, bela } = people;
  const agent = await world.member();
  const many = { customerIds: [bela], change: { kind: 'block' as const, reason: '' } };
  expect(await changeCustomers(agent, many)).toMatchObject({ error: { code: 'forbidden' } });
  const light = await world.member({ role: 'light_agent' });
  expect(
    await changeCustomers(light, { customerIds: [bela], change: { kind: 'tier', tierId: null } }),
  ).toMatchObject({ error: { code: 'forbidden' } });
});
