import { expect, test } from 'vitest';
import { takeInLines } from '@/features/imports/commands/take-in-lines';
import { newField } from '../fields/support';
import { apiWorld } from './calls';

const post = (body: unknown) => ({ method: 'POST', body }) as const;
const patch = (body: unknown) => ({ method: 'PATCH', body }) as const;

test('segments are saved, changed and forgotten, and customers are listed by them, page by page', async () => {
  const { call, admin } = await apiWorld();
  const fieldId = await newField(admin, { entity: 'customer', key: 'size', kind: 'number' });
  for (const [name, size] of [
    ['Anna', 40],
    ['Béla', 42],
    ['Céline', 44],
  ] as const) {
    await call('/customers', post({ name, email: `${name.length}.${size}@x.test`, fields: { size } }));
  }
  const conditions = { field: `customer.${fieldId}`, operator: 'at_least', values: ['42'] };
  const made = await call('/segments', post({ name: 'Large', conditions }));
  expect([made.status, made.json.conditions]).toEqual([201, conditions]);
  const wrong = { field: `customer.${fieldId}`, operator: 'contains', values: ['4'] };
  expect((await call('/segments', post({ name: 'Odd', conditions: wrong }))).json.code).toBe(
    'segment.condition',
  );
  expect((await call('/segments', post({ name: 'Odd', conditions: { field: 'x' } }))).status).toBe(422);
  const [first] = [await call(`/customers?segment=${made.json.id}&limit=1`)];
  expect(first.json.data).toMatchObject([{ name: 'Céline', fields: { size: 44 } }]);
  const next = await call(`/customers?segment=${made.json.id}&limit=1&cursor=${first.json.nextCursor}`);
  expect(next.json).toMatchObject({ data: [{ name: 'Béla' }], nextCursor: null });
  expect((await call(`/customers?segment=${made.json.id}&q=bela`)).json.data).toHaveLength(1);
  expect((await call(`/customers?segment=${admin.newId()}`)).status).toBe(404);
  const renamed = await call(`/segments/${made.json.id}`, patch({ name: 'Big' }));
  expect(renamed.json).toMatchObject({ name: 'Big', conditions });
  const everybody = await call(`/segments/${made.json.id}`, patch({ conditions: null }));
  expect(everybody.json).toMatchObject({ name: 'Big', conditions: null });
  expect((await call('/segments')).json.data).toHaveLength(1);
  expect((await call(`/segments/${made.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/segments/${made.json.id}`)).status).toBe(404);
});

test('tiers are added, ranked, renamed and deleted; consents are a ledger', async () => {
  const { call } = await apiWorld();
  const gold = await call('/customer-tiers', post({ names: { en: 'Gold' }, rank: 1 }));
  expect([gold.status, gold.json.rank, gold.json.colour]).toEqual([201, 1, 'grey']);
  const top = await call('/customer-tiers', post({ names: { hu: 'Gyémánt' }, rank: 1, colour: 'violet' }));
  expect((await call('/customer-tiers')).json.data.map(({ id }: { id: string }) => id)).toEqual([
    top.json.id,
    gold.json.id,
  ]);
  const moved = await call(`/customer-tiers/${gold.json.id}`, patch({ rank: 1 }));
  expect(moved.json).toMatchObject({ rank: 1, names: { en: 'Gold' } });
  const anna = await call('/customers', post({ name: 'Anna', email: 'a@x.test', tier: gold.json.id }));
  expect((await call(`/customer-tiers/${gold.json.id}`, { method: 'DELETE' })).json.code).toBe('tier.in_use');
  expect((await call(`/customer-tiers/${top.json.id}`, { method: 'DELETE' })).status).toBe(204);

  const at = `/customers/${anna.json.id}/consents`;
  const given = await call(at, post({ kind: 'marketing', given: true, source: 'Phone' }));
  expect([given.status, given.json.by]).toEqual([201, 'Web shop']);
  await call(at, post({ kind: 'marketing', given: false, source: 'Mail' }));
  const page = await call(`${at}?limit=1`);
  expect(page.json.data).toMatchObject([{ given: false, source: 'Mail' }]);
  const rest = await call(`${at}?limit=1&cursor=${page.json.nextCursor}`);
  expect(rest.json).toMatchObject({ data: [{ given: true }], nextCursor: null });
  expect((await call(at, post({ kind: 'spying', given: true, source: 'x' }))).status).toBe(422);
});

test('a file is uploaded, looked through, taken in and reported; what was taken in is exported', async () => {
  const { call, world } = await apiWorld();
  const bytes = new TextEncoder().encode('name,email\n=Anna,a@x.test\nBéla,wrong\n');
  const sent = { method: 'POST', body: bytes, headers: { 'content-type': 'text/csv' } } as const;
  const made = await call('/customer-imports?name=x.csv', sent);
  expect(made).toMatchObject({
    status: 201,
    json: { fileName: 'x.csv', rows: 2, state: 'uploaded', mapping: { columns: { name: 0, email: 1 } } },
  });
  const at = `/customer-imports/${made.json.id}`;
  expect((await call(`${at}/begin`, post({ run: false }))).json.state).toBe('checking');
  while (await takeInLines(world.system(), made.json.id));
  expect((await call(at)).json).toMatchObject({ state: 'checked', done: 2, created: 1, failed: 1 });
  const unnamed = await call(`${at}/begin`, post({ run: true, columns: {} }));
  expect(unnamed.json.code).toBe('import.mapping');
  expect((await call(`${at}/begin`, post({ run: true, columns: { password: 1 } }))).status).toBe(422);
  await call(`${at}/begin`, post({ run: true }));
  expect((await call(at, { method: 'DELETE' })).json.code).toBe('import.busy');
  while (await takeInLines(world.system(), made.json.id));
  const report = await call(`${at}/report`);
  expect(new TextDecoder().decode(report.bytes)).toContain('2,fail,email wrong,Béla,wrong');
  const csv = await call('/customer-export?language=hu');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(new TextDecoder().decode(csv.bytes)).toContain(",'=Anna,,,a@x.test,");
  expect((await call(`/customer-export?segment=${made.json.id}`)).status).toBe(404);
  expect((await call('/customer-imports')).json.data).toHaveLength(1);
  expect((await call(at, { method: 'DELETE' })).status).toBe(204);
});

test('nothing of it is found or changed by a key of another workspace, or of too few rights', async () => {
  const { call } = await apiWorld();
  const segment = await call('/segments', post({ name: 'Mine' }));
  const tier = await call('/customer-tiers', post({ names: { en: 'Gold' }, rank: 1 }));
  const customer = await call('/customers', post({ name: 'Anna', email: 'a@x.test' }));
  const { call: stranger } = await apiWorld();
  const consent = { kind: 'marketing', given: true, source: 'x' };
  const tried = [
    await stranger(`/segments/${segment.json.id}`),
    await stranger(`/segments/${segment.json.id}`, patch({ name: 'Theirs' })),
    await stranger(`/segments/${segment.json.id}`, { method: 'DELETE' }),
    await stranger(`/customers?segment=${segment.json.id}`),
    await stranger(`/customer-export?segment=${segment.json.id}`),
    await stranger(`/customer-tiers/${tier.json.id}`, patch({ rank: 1 })),
    await stranger(`/customer-tiers/${tier.json.id}`, { method: 'DELETE' }),
    await stranger(`/customers/${customer.json.id}/consents`),
    await stranger(`/customers/${customer.json.id}/consents`, post(consent)),
  ];
  expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404));
  expect((await stranger('/segments')).json.data).toEqual([]);
  const { call: reader } = await apiWorld(['customers:read']);
  expect((await reader('/segments', post({ name: 'x' }))).status).toBe(403);
  expect((await reader('/customer-tiers', post({ names: { en: 'x' }, rank: 1 }))).status).toBe(403);
  expect((await reader('/customer-export')).status).toBe(200);
});
