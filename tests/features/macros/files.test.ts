import { beforeEach, expect, test } from 'vitest';
import { importMacros } from '@/features/macros/commands/import-macros';
import { exportMacros } from '@/features/macros/export-macros';
import { listMacros, listUsableMacros } from '@/features/macros/queries';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { newMacro } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;
let here: World;
let there: World;
let giver: StaffContext;
let taker: StaffContext;

beforeEach(async () => {
  [here, there] = [await newWorld(), await newWorld()];
  giver = await here.member({ role: 'manager' });
  taker = await there.member({ role: 'manager' });
});

test('a file carries macros to another workspace, with teams and people by their names', async () => {
  const email = `emma-${giver.newId()}@staff.test`;
  const emma = await here.member({ name: 'Emma', email });
  const teamId = await here.team('Orders');
  const orders = await there.team('Orders');
  const texts = { en: '<p>Hello</p>', hu: '<p>Jó napot</p>' };
  const actions = [
    { kind: 'set_team', teamId },
    { kind: 'assign', to: 'me' },
    { kind: 'add_tags', tags: ['vip'] },
  ];
  await newMacro(giver, { name: 'Whole', shortcut: 'whole', folder: 'Orders', texts, actions });
  await newMacro(giver, { name: 'Person', actions: [{ kind: 'assign', to: emma.actor.id }], texts: {} });
  const json = JSON.stringify(await exportMacros(giver, 'shared'));
  expect(json).not.toContain(teamId);
  expect(json).toContain(email);

  const done = await importMacros(taker, { json, audience: 'everyone' });
  expect(done).toEqual({ ok: true, value: { count: 1, incomplete: ['Person'] } });
  const { macros } = await listMacros(taker, 'shared');
  expect(macros).toMatchObject([
    { name: 'Whole', shortcut: 'whole', folder: 'Orders', languages: ['en', 'hu'] },
  ]);
  expect(macros[0]?.actions).toEqual([
    { kind: 'set_team', teamId: orders },
    { kind: 'assign', to: 'me' },
    { kind: 'add_tags', tags: ['vip'] },
  ]);
});

test('what is no such file is refused, and an agent imports for themselves alone', async () => {
  const unkept = '{"format":"kalauz.macros","version":1,"macros":[{"name":"a\\u0000b","texts":{"en":"x"}}]}';
  for (const json of ['nothing', '{}', '{"format":"kalauz.macros","version":2,"macros":[{}]}', unkept]) {
    expect(await importMacros(taker, { json, audience: 'everyone' })).toMatchObject({
      error: { code: 'input.invalid' },
    });
  }
  const agent = await there.member();
  const json = JSON.stringify({
    format: 'kalauz.macros',
    version: 1,
    macros: [{ name: 'Mine', texts: { en: '<p>x<script>y</script></p>' } }],
  });
  expect(await importMacros(agent, { json, audience: 'everyone' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await importMacros(agent, { json, audience: 'personal' })).toMatchObject({ ok: true });
  expect((await listMacros(agent, 'mine')).macros).toMatchObject([{ name: 'Mine', audience: 'personal' }]);
});

test('favourites stand first, then what one uses most, then the order of the list', async () => {
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C', 'D']) ids.push(await newMacro(giver, { name }));
  const [a = '', , c = '', d = ''] = ids;
  const { workspaceId, db } = here;
  const agent = await here.member();
  const userId = agent.actor.id ?? '';
  await db.macroUse.createMany({
    data: [
      { workspaceId, macroId: c, userId, count: 3 },
      { workspaceId, macroId: d, userId, favourite: true },
      { workspaceId, macroId: a, userId: giver.actor.id ?? '', count: 99 },
    ],
  });
  expect((await listUsableMacros(agent)).map(({ name }) => name)).toEqual(['D', 'C', 'A', 'B']);
});

test('a list of many macros costs as many questions as a list of one', async () => {
  const counting = countingDatabase();
  const count = async () => {
    await listMacros({ ...giver, db: counting.db }, 'shared');
    return counting.statements().length;
  };
  await count();
  const actions = [{ kind: 'assign', to: giver.actor.id }];
  await newMacro(giver, { actions });
  const one = await count();
  for (let index = 0; index < 5; index += 1) await newMacro(giver, { actions });
  expect(await count()).toBe(one);
  expect(one).toBeLessThanOrEqual(11);
  await counting.close();
});
