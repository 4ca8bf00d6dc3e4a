import { expect, test } from 'vitest';
import { suggestFind } from '@/features/views/commands/suggest-find';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

async function suggested(ctx: StaffContext, q: string, language: 'en' | 'hu' | 'lv' = 'en') {
  const found = await suggestFind(ctx, { q, caret: q.length, language });
  return (found?.options ?? []).map(({ insert }) => q.slice(0, found?.from) + insert);
}

test('a search goes on with keys, values and names of this workspace', async () => {
  const world = await newWorld();
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await world.team('Számlázás');
  await world.ticket(agent, {
    tags: ['visszáru', 'vip'],
    requester: { email: 'bela@x.test', name: 'Nagy Béla' },
  });
  expect(await suggested(agent, 'refund sta')).toEqual(['refund status:']);
  expect(await suggested(agent, 'ga', 'lv')).toEqual([]);
  expect(await suggested(agent, 'status:so')).toEqual(['status:solved ']);
  expect(await suggested(agent, '-tag:vis')).toEqual(['-tag:visszáru ']);
  expect(await suggested(agent, 'csapat:szaml', 'hu')).toEqual(['csapat:Számlázás ']);
  expect(await suggested(agent, 'assignee:zso')).toEqual(['assignee:"Kiss Zsófia" ']);
  expect(await suggested(agent, 'from:nagy')).toEqual(['from:"Nagy Béla" ']);
  expect(await suggested(agent, 'from:')).toEqual([]);
  expect(await suggested(agent, 'tag:vip,vis')).toEqual(['tag:vip,visszáru ']);
});

test('names of other workspaces are not suggested', async () => {
  const world = await newWorld();
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await world.ticket(agent, { tags: ['visszáru'], requester: { email: 'bela@x.test', name: 'Nagy Béla' } });
  const stranger = await (await newWorld()).member({ name: 'Jānis Bērziņš' });
  for (const q of ['tag:vis', 'assignee:zso', 'from:nagy']) expect(await suggested(stranger, q)).toEqual([]);
});
