import { describe, expect, test } from 'vitest';
import { deleteView } from '@/features/views/commands/delete-view';
import { saveView } from '@/features/views/commands/save-view';
import { setViewLook } from '@/features/views/commands/set-view-look';
import { pageOfView, ticketsFrom } from '@/features/views/saved-list';
import { fitsOrder, savedPlaceFromText, savedPlaceToText } from '@/features/views/saved-place';
import { getSavedView, getShownView, listSavedViews, savedViewRows } from '@/features/views/saved-views';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { askedOf, newView, numbersIn, OPEN, viewFor } from './support';

const me = (ctx: { actor: { id: string | null } }) => ctx.actor.id ?? '';

const SORTS = ['activity', 'activity_oldest', 'due', 'newest', 'oldest', 'waiting', 'priority'];
const GROUPS = [null, 'status', 'priority', 'assignee', 'team', 'channel'];

async function fill(
  world: Awaited<ReturnType<typeof newWorld>>,
  { agent, team }: { agent: StaffContext; team: string },
) {
  for (let each = 0; each < 9; each++) {
    world.pass(60);
    await world.ticket(agent, {
      priority: ['low', 'urgent', 'normal'][each % 3],
      teamId: each % 2 === 0 ? team : null,
      assigneeId: each % 4 === 0 ? me(agent) : null,
    });
  }
}

/** Nine tickets in pages of four, there and back. */
async function expectWholeInPages(agent: StaffContext, viewId: string) {
  const asked = await askedOf(agent, viewId);
  const whole = await pageOfView(agent, asked, {});
  expect(whole.found).toHaveLength(9);
  const first = await pageOfView(agent, asked, { limit: 4 });
  const after = savedPlaceFromText(savedPlaceToText(first.found.at(-1)?.place ?? { keys: [], id: '' }));
  expect(after && fitsOrder(after, asked)).toBe(true);
  const second = await pageOfView(agent, asked, { after, limit: 4 });
  const third = await pageOfView(agent, asked, { after: second.found.at(-1)?.place ?? null, limit: 4 });
  expect([...first.found, ...second.found, ...third.found]).toEqual(whole.found);
  expect([first.newer, first.older, third.newer, third.older]).toEqual([false, true, true, false]);
  const back = await pageOfView(agent, asked, { before: third.found[0]?.place ?? null, limit: 4 });
  expect(back.found).toEqual(second.found);
  const [next] = await ticketsFrom(agent, asked, { from: after, towards: 'after', limit: 1 });
  expect(next).toEqual(second.found[0]);
}

describe('who sees and changes a view', () => {
  test('one’s own is seen by nobody else; a team’s by the team; everybody’s is made with leave only', async () => {
    const world = await newWorld();
    const teamId = await world.team('Returns');
    const maker = await world.member({ teamIds: [teamId] });
    const mate = await world.member({ teamIds: [teamId] });
    const stranger = await world.member();
    const manager = await world.member({ role: 'manager' });
    const own = await newView(maker, { name: 'Own' });
    const ofTeam = await newView(maker, { name: 'Team', audience: 'team', teamId });
    const ofAll = await newView(manager, { name: 'All', audience: 'everyone' });
    const seenBy = async (ctx: typeof maker) => (await listSavedViews(ctx)).map(({ name }) => name);
    expect(await seenBy(maker)).toEqual(['All', 'Team', 'Own']);
    expect(await seenBy(mate)).toEqual(['All', 'Team']);
    expect(await seenBy(stranger)).toEqual(['All']);
    expect(await seenBy(manager)).toEqual(['All', 'Team']);
    expect((await savedViewRows(stranger)).map(({ name }) => name)).toEqual(['All']);
    expect(await getSavedView(stranger, ofTeam)).toBeNull();
    expect(await getSavedView(manager, own)).toBeNull();

    const change = (ctx: typeof maker, id: string, over = {}) =>
      saveView(ctx, viewFor({ id, name: 'Changed', ...over }));
    expect(await change(mate, ofTeam, { audience: 'team', teamId })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await change(maker, ofAll)).toMatchObject({ error: { code: 'not_found' } });
    expect(await change(maker, own, { audience: 'everyone' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await change(stranger, ofTeam)).toMatchObject({ error: { code: 'not_found' } });
    expect(await saveView(stranger, viewFor({ audience: 'team', teamId }))).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await deleteView(mate, { viewId: ofTeam })).toMatchObject({ error: { code: 'not_found' } });
    expect(await change(manager, ofTeam, { audience: 'team', teamId })).toMatchObject({ ok: true });
    expect(await deleteView(maker, { viewId: ofTeam })).toMatchObject({ ok: true });
    expect(await seenBy(mate)).toEqual(['All']);
  });

  test('a view that somebody saved meanwhile is not overwritten', async () => {
    const world = await newWorld();
    const agent = await world.member();
    const id = await newView(agent);
    expect(await saveView(agent, viewFor({ id, version: 1, name: 'Second' }))).toMatchObject({ ok: true });
    expect(await saveView(agent, viewFor({ id, version: 1, name: 'Third' }))).toMatchObject({
      error: { code: 'changed.meanwhile' },
    });
  });

  test('refuses what points nowhere, and what would read every ticket, with the parts that make it so', async () => {
    const world = await newWorld();
    const agent = await world.member();
    const nowhere = { field: 'teamId', operator: 'is_any_of', values: [world.workspaceId] };
    expect(await saveView(agent, viewFor({ conditions: { all: [OPEN, nowhere] } }))).toMatchObject({
      error: { code: 'not_found', at: 'conditions.teamId' },
    });
    const kettle = { field: 'subject', operator: 'contains', values: ['kettle'] };
    expect(await saveView(agent, viewFor({ conditions: { any: [OPEN, kettle] } }))).toEqual({
      ok: false,
      error: { code: 'view.scans', parts: [kettle] },
    });
    expect(await saveView(agent, viewFor({ conditions: null }))).toMatchObject({
      error: { code: 'view.scans' },
    });
    expect(await saveView(agent, viewFor({ conditions: { all: [OPEN, kettle] } }))).toMatchObject({
      ok: true,
    });
  });
});

describe('what stands in a view', () => {
  test('“me” and “my teams” are whoever looks, within what they may read', async () => {
    const world = await newWorld();
    const [one, two] = [await world.team('One'), await world.team('Two')];
    const manager = await world.member({ role: 'manager' });
    const anna = await world.member({ teamIds: [one] });
    const bela = await world.member({ scope: 'team', teamIds: [two] });
    const a = await world.ticket(manager, { assigneeId: me(anna) });
    const b = await world.ticket(manager, { assigneeId: me(bela), teamId: one });
    const c = await world.ticket(manager, { teamId: two, priority: 'urgent' });
    const d = await world.ticket(manager, { teamId: one, priority: 'urgent' });
    const mine = { field: 'assigneeId', operator: 'is_any_of', values: ['me'] };
    const ours = { field: 'teamId', operator: 'is_any_of', values: ['my_teams'] };
    const urgent = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
    const view = (name: string, part: unknown) =>
      newView(manager, { name, audience: 'everyone', sort: 'oldest', conditions: { all: [OPEN, part] } });
    const both = await view('Both', { any: [mine, ours] });
    const not = await view('Not', { not: mine });
    const hot = await view('Urgent', urgent);
    const of = (...tickets: { number: number }[]) => tickets.map(({ number }) => number);
    expect(await numbersIn(anna, both)).toEqual(of(a, b, d));
    expect(await numbersIn(bela, both)).toEqual(of(b, c));
    expect(await numbersIn(manager, both)).toEqual([]);
    expect(await numbersIn(anna, not)).toEqual(of(b, c, d));
    // Béla may read what is his, what is of his team or of none, and nothing of another.
    expect(await numbersIn(bela, not)).toEqual(of(a, c));
    expect(await numbersIn(bela, hot)).toEqual(of(c));

    const counts = async (ctx: typeof anna) =>
      Object.fromEntries((await listSavedViews(ctx)).map(({ name, count }) => [name, count]));
    expect(await counts(anna)).toEqual({ Both: 3, Not: 3, Urgent: 2 });
    expect(await counts(bela)).toEqual({ Both: 2, Not: 2, Urgent: 1 });
    expect(await counts(manager)).toEqual({ Both: 0, Not: 4, Urgent: 2 });
  });

  test('is read page by page in every order and grouping, there and back, without a gap or a double', async () => {
    const world = await newWorld();
    const agent = await world.member();
    const team = await world.team('Returns');
    await fill(world, { agent, team });
    for (const [index, sort] of [...SORTS, ...SORTS].entries()) {
      const viewId = await newView(agent, {
        name: `View ${index}`,
        sort,
        groupBy: GROUPS[index % GROUPS.length],
      });
      await expectWholeInPages(agent, viewId);
    }
  });

  test('a place of another order, and what is none, lead to the top', () => {
    const time = { keys: ['2026-03-02 09:00:00+00'], id: '01900000-0000-7000-8000-000000000001' };
    expect(fitsOrder(time, { sort: 'activity', groupBy: null })).toBe(true);
    expect(fitsOrder(time, { sort: 'priority', groupBy: null })).toBe(false);
    expect(fitsOrder(time, { sort: 'activity', groupBy: 'team' })).toBe(false);
    expect(fitsOrder({ ...time, keys: ["x'; drop"] }, { sort: 'due', groupBy: null })).toBe(false);
    expect(savedPlaceFromText('nothing')).toBeNull();
    expect(savedPlaceFromText(Buffer.from('["a","b"]').toString('base64url'))).toBeNull();
  });
});

test('how one person wants to see a view changes it for nobody else', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const agent = await world.member();
  const viewId = await newView(manager, { audience: 'everyone' });
  const { columns, sort, groupBy, density } = viewFor({
    columns: ['team'],
    sort: 'oldest',
    groupBy: 'team',
    density: 'compact',
  });
  expect(await setViewLook(agent, { viewId, look: { columns, sort, groupBy, density } })).toMatchObject({
    ok: true,
  });
  const look = { columns: ['team'], sort: 'oldest', groupBy: 'team', density: 'compact' };
  expect(await getShownView(agent, viewId)).toMatchObject({ isOwnLook: true, look, sort: 'activity' });
  expect(await getShownView(manager, viewId)).toMatchObject({ isOwnLook: false, look: { sort: 'activity' } });
  await setViewLook(agent, { viewId, look: null });
  expect(await getShownView(agent, viewId)).toMatchObject({ isOwnLook: false, look: { sort: 'activity' } });
});

test('the rail and a page of a view ask as often for many views and tickets as for one', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const counting = countingDatabase();
  const ctx = { ...agent, db: counting.db };
  const ask = async (viewId: string) => {
    await listSavedViews(ctx);
    const asked = await askedOf(ctx, viewId);
    await pageOfView(ctx, asked, {});
    return counting.statements().length;
  };
  const first = await newView(agent);
  await ask(first);
  const once = await ask(first);
  for (let each = 0; each < 5; each++) {
    await newView(agent, { name: `More ${each}` });
    await world.ticket(agent, {});
  }
  expect(await ask(first)).toBe(once);
  expect(once).toBeLessThan(12);
  await counting.close();
});
