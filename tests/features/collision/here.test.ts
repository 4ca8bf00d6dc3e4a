import { expect, test } from 'vitest';
import type { Doing } from '@/domain/ticket/presence';
import { beHere } from '@/features/collision/commands/be-here';
import { colleaguesOn } from '@/features/collision/queries';
import { topicsFor } from '@/features/live/queries';
import type { StaffContext } from '@/server/context';
import { hereTopic } from '@/server/live/announce';
import { liveFeed } from '@/server/live/listen';
import { newWorld } from '../../support/world';

async function start() {
  const world = await newWorld();
  const [anna, bela] = [await world.member({ name: 'Anna' }), await world.member({ name: 'Béla' })];
  const { ticketId } = await world.ticket(anna);
  const does = async (who: StaffContext, doing: Doing | 'gone') => {
    const here = await beHere(who, { ticketId, doing });
    return here.ok ? here.value.map(({ name, doing: what }) => [name, what]) : here.error.code;
  };
  return { world, anna, bela, ticketId, does };
}

test('who opens a ticket sees who has it open and who writes; who leaves, or is not heard of, is gone', async () => {
  const { world, anna, bela, ticketId, does } = await start();
  expect(await does(anna, 'viewing')).toEqual([]);
  expect(await does(bela, 'viewing')).toEqual([['Anna', 'viewing']]);
  expect(await does(anna, 'reply')).toEqual([['Béla', 'viewing']]);
  expect(await does(bela, 'note')).toEqual([['Anna', 'reply']]);
  expect(await does(bela, 'gone')).toEqual([['Anna', 'reply']]);
  expect(await does(anna, 'reply')).toEqual([]);
  world.pass(26);
  expect(await does(bela, 'viewing')).toEqual([]);
  const program = { ...bela, actor: { ...bela.actor, id: null } } as StaffContext;
  expect((await colleaguesOn(program, ticketId)).map(({ name }) => name)).toEqual(['Béla']);
  // What somebody left behind on another ticket, without a word, goes with their next one.
  const { ticketId: other } = await world.ticket(anna);
  world.pass(26);
  await beHere(bela, { ticketId: other, doing: 'viewing' });
  const rows = await world.db.ticketPresence.findMany({ where: { workspaceId: world.workspaceId } });
  expect(rows.map(({ ticketId: id, userId }) => [id, userId]).sort()).toEqual(
    [
      [ticketId, anna.actor.id],
      [other, bela.actor.id],
    ].sort(),
  );
});

test('colleagues are told when something is new, and not each time that it is said again', async () => {
  const { world, anna, ticketId, does } = await start();
  let heard = 0;
  const stop = liveFeed().subscribe([hereTopic(world.workspaceId, ticketId)], () => {
    heard++;
  });
  try {
    await expect
      .poll(async () => {
        await does(anna, 'gone');
        await does(anna, 'viewing');
        return heard;
      })
      .toBeGreaterThan(0);
    await expect.poll(() => heard % 2 === 0 || heard).toBeTruthy();
    await new Promise((done) => setTimeout(done, 300));
    const before = heard;
    await does(anna, 'viewing');
    await does(anna, 'reply');
    await expect.poll(() => heard).toBe(before + 1);
    await does(anna, 'gone');
    await does(anna, 'gone');
    await expect.poll(() => heard).toBe(before + 2);
  } finally {
    stop();
  }
});

test('who may not see the ticket neither says nor hears anything of it', async () => {
  const { world, anna, ticketId, does } = await start();
  await does(anna, 'viewing');
  const own = await world.member({ scope: 'own' });
  const stranger = await (await newWorld()).member({ role: 'owner' });
  for (const who of [own, stranger]) {
    expect(await beHere(who, { ticketId, doing: 'viewing' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await topicsFor(who, [`here:${ticketId}`])).toBeNull();
  }
  const reader = await world.member({ role: 'light_agent' });
  expect(await does(reader, 'viewing')).toEqual([['Anna', 'viewing']]);
  expect(await topicsFor(reader, [`here:${ticketId}`])).toEqual([
    { name: `here:${ticketId}`, topic: hereTopic(world.workspaceId, ticketId) },
  ]);
});
