import { expect, test } from 'vitest';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { notSameCustomer } from '@/features/customers/commands/not-same-customer';
import { listDuplicatePairs } from '@/features/customers/duplicate-pairs';
import { newWorld } from '../../support/world';

type Address = readonly ['email' | 'phone' | 'whatsapp', string];

/** A workspace whose customers come one minute after the other. */
async function crowd() {
  const world = await newWorld();
  const ctx = await world.member();
  const { db, workspaceId } = world;
  const add = async (displayName: string, ...addresses: Address[]) => {
    world.pass(60);
    const id = ctx.newId();
    await db.customer.create({ data: { workspaceId, id, displayName, createdAt: world.now() } });
    await db.customerIdentity.createMany({
      data: addresses.map(([kind, value]) => ({ workspaceId, id: ctx.newId(), customerId: id, kind, value })),
    });
    return id;
  };
  return { world, ctx, add };
}

test('each likeness is found among all customers, once, by the newer of two', async () => {
  const { ctx, add } = await crowd();
  await add('Anna Ozola', ['email', 'anna.ozola@gmail.com'], ['phone', '+37120000001']);
  await add('Ozola Ānna', ['email', 'anna.ozola@inbox.lv']);
  await add('A. O.', ['email', 'annaozola+shop@googlemail.com']);
  await add('Somebody', ['whatsapp', '+371 2000 0001']);
  await add('Béla Kis', ['email', 'bela@firma.test']);
  await add('Kis Bela', ['email', 'kis@firma.test']);
  // The same name alone, or with a provider that everybody uses, says nothing.
  await add('Kis Béla', ['email', 'other@gmail.com']);
  await add('Kis Béla', ['email', 'another@gmail.com']);
  const { pairs, looked, next } = await listDuplicatePairs(ctx, null);
  expect([looked, next]).toEqual([8, null]);
  expect(pairs.map(({ newer, older, reasons }) => [newer.name, older.name, reasons])).toEqual([
    ['Kis Bela', 'Béla Kis', ['name_organization']],
    ['Somebody', 'Anna Ozola', ['phone']],
    ['A. O.', 'Anna Ozola', ['email_form']],
    ['Ozola Ānna', 'Anna Ozola', ['name_email']],
  ]);
  expect(pairs[1]?.newer.addresses).toEqual(['+371 2000 0001']);
});

test('who was said to be two people, or was merged, is not suggested again', async () => {
  const { ctx, add, world } = await crowd();
  const phone = ['phone', '+36301234567'] as const;
  const [one, two] = [
    await add('One', ['email', 'one@x.test'], phone),
    await add('Two', ['whatsapp', phone[1]]),
  ];
  expect((await listDuplicatePairs(ctx, null)).pairs).toHaveLength(1);
  await notSameCustomer(ctx, { customerId: one, otherId: two });
  expect((await listDuplicatePairs(ctx, null)).pairs).toEqual([]);
  const three = await add('Three', ['whatsapp', '+36 30 123 4567']);
  expect((await listDuplicatePairs(ctx, null)).pairs).toMatchObject([
    { newer: { id: three }, older: { id: one } },
  ]);
  await mergeCustomers(ctx, { sourceId: three, targetId: one });
  expect((await listDuplicatePairs(ctx, null)).pairs).toEqual([]);
  const light = await world.member({ role: 'light_agent' });
  expect(await listDuplicatePairs(light, null)).toEqual({ pairs: [], looked: 0, next: null });
});

test('many pairs come page by page, each once; other workspaces have none of them', async () => {
  const { world, ctx } = await crowd();
  const { db, workspaceId } = world;
  const people = Array.from({ length: 140 }, (_, at) => ({ id: ctx.newId(), at }));
  await db.customer.createMany({
    data: people.map(({ id, at }) => ({
      workspaceId,
      id,
      displayName: `Person ${Math.floor(at / 2)}`,
      createdAt: new Date(world.now().getTime() + at * 1000),
    })),
  });
  await db.customerIdentity.createMany({
    data: people.map(({ id, at }) => {
      const value = `p${Math.floor(at / 2)}${at % 2 ? '+x' : ''}@firma.test`;
      return { workspaceId, id: ctx.newId(), customerId: id, kind: 'email' as const, value };
    }),
  });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDuplicatePairs>> = await listDuplicatePairs(ctx, after);
    expect(page.pairs.length).toBeLessThanOrEqual(60);
    seen.push(...page.pairs.map(({ newer }) => newer.id));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(70);
  expect(new Set(seen).size).toBe(70);
  const stranger = await (await newWorld()).member();
  expect((await listDuplicatePairs(stranger, null)).pairs).toEqual([]);
});
