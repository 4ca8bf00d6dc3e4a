import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readAsked } from '@/features/insights/asked';
import { exportNumbers } from '@/features/insights/commands/export-numbers';
import { saveReport } from '@/features/insights/commands/save-report';
import { sweepReports } from '@/features/insights/commands/sweep-reports';
import { getOwnMix } from '@/features/insights/queries-own';
import { workMix } from '@/features/metrics/queries';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

const DAYS = 'from=2026-03-01&to=2026-03-31';
const MARCH = { from: '2026-03-01', to: '2026-03-31', compared: 'none' };

/** Adam answers five tickets, one of them urgent, and Zoe one; each in a team of their own. */
async function twoPeople() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = numbers.desk;
  const teams = [await world.team('Blue'), await world.team('Red')];
  const [adam, zoe] = [
    await world.member({ name: 'Adam', teamIds: teams.slice(0, 1) }),
    await world.member({ name: 'Zoe', teamIds: teams.slice(1) }),
  ];
  const answer = async (who: StaffContext, ...[priority, teamId]: ['urgent' | 'normal', string?]) => {
    const assigneeId = who.actor.id;
    const { ticketId } = await world.ticket(who, {
      ...{ kind: 'inbound', assigneeId, priority },
      ...(teamId && { teamId }),
    });
    await replyToTicket(who, replyInput.parse({ ticketId, submitAs: 'open', html: '<p>Look.</p>' }));
  };
  for (const priority of ['urgent', 'normal', 'normal', 'normal', 'normal'] as const)
    await answer(adam, priority, teams[0]);
  await answer(zoe, 'normal', teams[1]);
  await numbers.count();
  return { ...numbers, world, adam, zoe, teams };
}

const csvOf = (bytes: Uint8Array | undefined) =>
  parse(new TextDecoder().decode(bytes), { bom: true }) as string[][];

test('the board of agents leaves with the kind of work of each, as Excel and as CSV', async () => {
  const { manager, adam } = await twoPeople();
  const asked = { of: { board: 'agents' }, part: null, parameters: MARCH, locale: 'hu' } as const;
  const book = await exportNumbers(manager, { ...asked, format: 'xlsx' });
  const sheets = await readExcelFile(Buffer.from(book?.bytes ?? []));
  const mix = sheets.find(({ sheet }) => sheet === 'Munka jellege')?.data ?? [];
  expect(mix[0]?.slice(0, 6)).toEqual([
    'Munkatárs',
    'Szempont',
    'Rész',
    'Válaszok',
    'Összes válasz',
    'Arány',
  ]);
  expect(mix.map(([person, , , answers, all, share]) => [person, answers, all, share]).slice(1)).toEqual([
    ...[
      ['Adam', 5, 5, 1],
      ['Adam', 5, 5, 1],
      ['Adam', 1, 5, 0.2],
    ],
    // One answer says nothing in shares.
    ...[
      ['Zoe', 1, 1, null],
      ['Zoe', 1, 1, null],
      ['Zoe', 0, 1, null],
    ],
  ]);
  const csv = csvOf((await exportNumbers(manager, { ...asked, format: 'csv', part: 'mix' }))?.bytes);
  expect(csv.map(([person, , , answers]) => [person, answers]).at(-1)).toEqual(['Zoe', '0']);
  expect(await exportNumbers(adam, { ...asked, format: 'csv', part: 'mix' })).toBeNull();
  expect(await exportNumbers(adam, { ...asked, format: 'xlsx' })).toBeNull();
});

test('the API gives it too, to keys that may read numbers; agents have none, and read of nobody but themselves', async () => {
  const { manager, adam, zoe, desk, world } = await twoPeople();
  const read = async (who: StaffContext, more = '') =>
    caller(await keyOf(who, ['insights:read']))(`/metrics/work-mix?${DAYS}${more}`);
  expect((await read(desk.owner)).json.data).toMatchObject([
    { name: 'Adam', answers: 5, urgent: 1, weight: 'uncertain', channels: [{ value: 'email', count: 5 }] },
    { name: 'Zoe', answers: 1, urgent: 0, weight: 'none' },
  ]);
  expect((await read(desk.owner, '&priority=urgent')).json.data).toMatchObject([
    { name: 'Adam', answers: 1 },
  ]);
  await expect(read(zoe)).rejects.toThrow('forbidden');
  const other = caller(await keyOf(desk.owner, ['tickets:read']));
  expect((await other(`/metrics/work-mix?${DAYS}`)).status).toBe(403);
  const stranger = await newNumbers('2026-03-02T09:00:00Z');
  expect((await read(stranger.desk.owner, `&agent=${adam.actor.id}`)).json.data).toEqual([]);

  const period = { from: '2026-03-01', to: '2026-03-31' };
  const filters = { agent: [adam.actor.id ?? ''] };
  const names = async (who: StaffContext, over: object = {}) =>
    (await workMix(who, { period, ...over })).map(({ name }) => name);
  expect(await names(manager)).toEqual(['Adam', 'Zoe']);
  expect([await names(zoe), await names(zoe, { filters })]).toEqual([['Zoe'], ['Zoe']]);
  expect(await names(await world.member({ role: 'light_agent' }), { filters })).toEqual([]);
});

test('the board by mail says it in the words of its reader, and of the teams that they lead alone', async () => {
  const { desk, manager, world, teams } = await twoPeople();
  const lead = await world.member({ role: 'manager', scope: 'team', teamIds: teams.slice(0, 1) });
  const readers = [manager, lead];
  await world.db.user.updateMany({
    where: { id: { in: readers.map(({ actor }) => actor.id ?? '') } },
    data: { locale: 'hu', timeZone: 'Europe/Budapest' },
  });
  const userIds = readers.map(({ actor }) => actor.id ?? '');
  const weekly = { pace: 'weekly', weekday: 1, hour: 8, locale: null } as const;
  const made = await saveReport(manager, { board: 'agents', query: '', ...weekly, userIds });
  expect(made.ok).toBe(true);
  desk.until(new Date('2026-03-09T08:00:00Z'));
  await sweepReports(manager, world.workspaceId);
  const mailTo = (ctx: StaffContext) =>
    world.db.outgoingMail.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, rcptTo: { has: `${ctx.actor.id}@staff.test` } },
      include: { files: true },
    });
  const all = await mailTo(manager);
  expect(all.html).toContain('Ki min dolgozott');
  expect(all.html).toMatch(/Adam.*E-mail 100\s?%.*Zoe/s);
  expect(all.text).toContain('e nélkül senkit se hasonlítson össze');
  const own = await mailTo(lead);
  expect(own.html).toContain('Adam');
  expect(own.html).not.toContain('Zoe');
  const sheets = await readExcelFile(Buffer.from(own.files[0]?.bytes ?? []));
  const mix = sheets.find(({ sheet }) => sheet === 'Munka jellege')?.data ?? [];
  expect(new Set(mix.slice(1).map(([person]) => person))).toEqual(new Set(['Adam']));
});

test('on the page of a person stands their own, also of one who may see everybody', async () => {
  const { manager, adam, zoe } = await twoPeople();
  const asked = readAsked({ span: 'last_7_days' }, { today: '2026-03-04', weekStart: 1 });
  const own = async (who: StaffContext) =>
    (await getOwnMix(who, asked)).map(({ name, answers }) => [name, answers]);
  expect([await own(adam), await own(zoe), await own(manager)]).toEqual([[['Adam', 5]], [['Zoe', 1]], []]);
});
