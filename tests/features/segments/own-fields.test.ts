import { beforeAll, expect, test } from 'vitest';
import type { SegmentCondition } from '@/domain/condition/segment';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { updateCustomerInput } from '@/features/customers/inputs';
import { archiveField } from '@/features/fields/commands/archive-field';
import { deleteField } from '@/features/fields/commands/delete-field';
import { setOwnFields } from '@/features/fields/commands/set-own-fields';
import { deleteSegment, saveSegment } from '@/features/segments/commands/save-segment';
import { segmentCondition } from '@/features/segments/commands/segment-fields';
import { listCustomerLines } from '@/features/segments/customer-lines';
import { exportCustomers } from '@/features/segments/export-customers';
import { segmentInput } from '@/features/segments/inputs';
import { segmentFaces } from '@/features/segments/own-field-faces';
import { segmentOwnFields } from '@/features/segments/own-fields';
import { newWorld } from '../../support/world';
import { newField } from '../fields/support';

const options = [
  { key: 'espresso', names: { en: 'Espresso', hu: 'Eszpresszó' } },
  { key: 'filter', names: { en: 'Filter', hu: 'Filter' } },
];

/** Anna has a value of everything and belongs to Firma, which has a contract; Béla has none of it. */
async function twoPeople() {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const { db, workspaceId } = world;
  const field = (key: string, over: Record<string, unknown> = {}) =>
    newField(owner, { entity: 'customer', key, names: { en: key, hu: `${key} (hu)` }, ...over });
  const ids = {
    card: await field('card'),
    shoes: await field('shoes', { kind: 'number' }),
    since: await field('since', { kind: 'date' }),
    taste: await field('taste', { kind: 'choice', options }),
    likes: await field('likes', { kind: 'multi_choice', options }),
    vip: await field('vip', { kind: 'checkbox' }),
    contract: await field('contract', { entity: 'organization', kind: 'choice', options }),
  };
  const add = async (displayName: string) => {
    const id = owner.newId();
    await db.customer.create({ data: { workspaceId, id, displayName, createdAt: world.now() } });
    return id;
  };
  const [anna, bela] = [await add('Anna'), await add('Béla')];
  const named = {
    customerId: anna,
    displayName: 'Anna',
    nameOrder: 'given_first',
    locale: null,
    timeZone: null,
  };
  const own = {
    card: 'LC-100',
    shoes: '38,5',
    since: '2026-03-01',
    taste: 'filter',
    likes: ['espresso', 'filter'],
    vip: true,
  };
  const updated = await updateCustomer(
    owner,
    updateCustomerInput.parse({ ...named, organization: 'Firma', own }),
  );
  if (!updated.ok) throw new Error(updated.error.code);
  const firma = await db.organization.findFirstOrThrow({ where: { workspaceId } });
  const set = { entity: 'organization', ownerId: firma.id, fields: { contract: 'espresso' } } as const;
  expect(await setOwnFields(owner, set)).toEqual({ ok: true, value: null });
  return { world, owner, anna, bela, ids };
}

let people: Awaited<ReturnType<typeof twoPeople>>;
beforeAll(async () => {
  people = await twoPeople();
});

type Key = keyof Awaited<ReturnType<typeof twoPeople>>['ids'];
const asked = (key: Key, operator: string, ...values: string[]) =>
  ({
    field: `${key === 'contract' ? 'organization' : 'customer'}.${people.ids[key]}`,
    operator,
    ...(values.length > 0 && { values }),
  }) as SegmentCondition;

const [A, B] = ['Anna', 'Béla'];
const ALL: readonly [Key, string, string[], string[]][] = [
  ['card', 'contains', ['lc-1', 'x'], [A]],
  ['card', 'contains_not', ['lc-1'], [B]],
  ['card', 'is_empty', [], [B]],
  ['card', 'is_set', [], [A]],
  ['shoes', 'at_least', ['38.5'], [A]],
  ['shoes', 'less_than', ['38.5'], []],
  ['shoes', 'is_empty', [], [B]],
  ['since', 'date_from', ['2026-03-01'], [A]],
  ['since', 'date_before', ['2026-03-01'], []],
  ['since', 'date_before', ['2026-03-02'], [A]],
  ['taste', 'is_any_of', ['filter'], [A]],
  ['taste', 'is_none_of', ['filter'], [B]],
  ['taste', 'is_none_of', ['espresso'], [A, B]],
  ['likes', 'has_any_of', ['espresso'], [A]],
  ['likes', 'has_all_of', ['espresso', 'filter'], [A]],
  ['likes', 'has_none_of', ['espresso'], [B]],
  ['vip', 'is_true', [], [A]],
  ['vip', 'is_false', [], [B]],
  ['contract', 'is_any_of', ['espresso'], [A]],
  ['contract', 'is_set', [], [A]],
  ['contract', 'is_none_of', ['espresso'], [B]],
];

const namesOf = async (conditions: SegmentCondition) => {
  const page = { q: '', sort: 'name', after: null, limit: 50, conditions } as const;
  return (await listCustomerLines(people.owner, page)).rows.map(({ name }) => name);
};

test.each(ALL)('segment by the own field %s: %s %j', async (key, operator, values, expected) => {
  const condition = asked(key, operator, ...values);
  expect(segmentCondition.parse(condition)).toEqual(condition);
  expect(await namesOf(condition)).toEqual(expected);
  expect(await namesOf({ not: condition })).toEqual([A, B].filter((name) => !expected.includes(name)));
});

test('a segment is refused that asks a field what does not fit it, or a field of another workspace', async () => {
  const { owner, world } = people;
  const save = (conditions: SegmentCondition, ctx = owner) =>
    saveSegment(ctx, { ...segmentInput.parse({ name: 'Own' }), conditions });
  const wrong = [asked('card', 'at_least', '3'), asked('taste', 'is_any_of', 'tea'), asked('vip', 'is_set')];
  for (const condition of wrong) {
    expect(await save(condition)).toEqual({ ok: false, error: { code: 'segment.condition' } });
  }
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await save(asked('card', 'is_set'), stranger)).toMatchObject({
    error: { code: 'segment.condition' },
  });
  const halves = [
    asked('shoes', 'at_least', 'many'),
    asked('since', 'date_from', 'soon'),
    asked('card', 'contains'),
  ];
  for (const condition of halves) expect(segmentCondition.safeParse(condition).success).toBe(false);
  expect(await world.db.customerSegment.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
});

test('a field that a segment asks for is not deleted', async () => {
  const { owner } = people;
  const fieldId = await newField(owner, { entity: 'customer', key: 'unused' });
  const conditions = { field: `customer.${fieldId}`, operator: 'is_empty' } as const;
  const saved = await saveSegment(owner, { ...segmentInput.parse({ name: 'Without' }), conditions });
  expect(await deleteField(owner, { fieldId })).toMatchObject({ error: { code: 'field.in_use' } });
  if (saved.ok) await deleteSegment(owner, saved.value);
  expect(await deleteField(owner, { fieldId })).toMatchObject({ ok: true });
});

test('forms of conditions know the fields by the reader’s words, and archived ones only where they stand', async () => {
  const { owner, ids } = people;
  await archiveField(owner, { fieldId: ids.shoes, archived: true });
  const { own, choices } = segmentFaces(await segmentOwnFields(owner.db, owner), 'hu');
  expect(own[`customer.${ids.taste}`]).toEqual({ name: 'taste (hu)', kind: 'choice', archived: false });
  expect(own[`customer.${ids.shoes}`]).toMatchObject({ archived: true });
  expect(choices[`organization.${ids.contract}`]).toEqual([
    { id: 'espresso', name: 'Eszpresszó' },
    { id: 'filter', name: 'Filter' },
  ]);
  await archiveField(owner, { fieldId: ids.shoes, archived: false });
});

test('an export has a column for each own field, as an import reads it', async () => {
  const body = await exportCustomers(people.owner, { q: '', conditions: null, locale: 'hu', what: '' });
  const [heads, ...lines] = (await new Response(body).text()).trim().split('\r\n');
  expect(heads).toMatch(/,blocked,card,shoes,since,taste,likes,vip$/);
  expect(lines.find((line) => line.includes('Anna'))).toMatch(
    /,LC-100,38\.5,2026-03-01,Filter,Eszpresszó; Filter,1$/,
  );
  expect(lines.find((line) => line.includes('Béla'))).toMatch(/,{6}$/);
});
