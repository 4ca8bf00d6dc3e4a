import { expect, test } from 'vitest';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { updateCustomerInput } from '@/features/customers/inputs';
import { matchingPolicy } from '@/features/sla/matching-policy';
import { findTicket } from '@/features/tickets/store';
import { deleteTier, saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import { countByTier, listTiers } from '@/features/tiers/queries';
import { newWorld } from '../../support/world';

const tier = (en: string, rank: number, tierId: string | null = null) =>
  tierInput.parse({ names: { en }, rank, tierId });

test('tiers keep ranks 1, 2, 3 … whatever is put where', async () => {
  const ctx = await (await newWorld()).member({ role: 'owner' });
  for (const name of ['Gold', 'Silver', 'Bronze']) await saveTier(ctx, tier(name, 50));
  const order = async () => (await listTiers(ctx)).map(({ rank, names }) => `${rank} ${names['en']}`);
  expect(await order()).toEqual(['1 Gold', '2 Silver', '3 Bronze']);
  const bronze = (await listTiers(ctx))[2]?.id ?? '';
  await saveTier(ctx, tier('Platinum', 1, bronze));
  expect(await order()).toEqual(['1 Platinum', '2 Gold', '3 Silver']);
  await deleteTier(ctx, { tierId: bronze });
  expect(await order()).toEqual(['1 Gold', '2 Silver']);
});

test('a tier is given by hand, decides on a policy, and stays while somebody has it', async () => {
  const world = await newWorld();
  const ctx = await world.member({ role: 'owner' });
  const saved = await saveTier(ctx, tier('Gold', 1));
  if (!saved.ok) throw new Error(saved.error.code);
  const { tierId } = saved.value;
  const { ticketId } = await world.ticket(ctx);
  const ticket = await world.db.$transaction((tx) => findTicket(tx, ctx, ticketId));
  if (!ticket) throw new Error('no ticket');
  const conditions = { field: 'tierId', operator: 'is_any_of', values: [tierId] } as const;
  const policies = [{ id: 'p', conditions }] as unknown as Parameters<
    typeof matchingPolicy
  >[2]['rules']['policies'];
  const policy = () =>
    world.db.$transaction((tx) =>
      matchingPolicy(tx, ctx, {
        rules: { policies } as Parameters<typeof matchingPolicy>[2]['rules'],
        ticket,
      }),
    );
  expect(await policy()).toBeNull();
  const profile = { customerId: ticket.requesterId, displayName: 'Anna', nameOrder: 'given_first' };
  await updateCustomer(ctx, updateCustomerInput.parse({ ...profile, locale: null, timeZone: null, tierId }));
  expect(await policy()).toMatchObject({ id: 'p' });
  expect((await countByTier(ctx)).get(tierId)).toBe(1);
  expect(await deleteTier(ctx, { tierId })).toMatchObject({ error: { code: 'tier.in_use' } });
  const agent = await world.member();
  expect(await saveTier(agent, tier('Mine', 1))).toMatchObject({ error: { code: 'forbidden' } });
});
