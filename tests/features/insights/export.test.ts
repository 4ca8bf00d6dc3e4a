import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { exportNumbers } from '@/features/insights/commands/export-numbers';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

const MARCH = { from: '2026-03-01', to: '2026-03-31', compared: 'none' };

/** Two agents with tickets of their own, counted. */
async function twoAgents() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = numbers.desk;
  const [emma, zsofia] = [await world.member({ name: 'Emma' }), await world.member({ name: 'Zsófia' })];
  for (const subject of ['=HYPERLINK("http://evil.test")', 'Kettle', 'Grinder', 'Filter', 'Lid', 'Cup']) {
    await world.ticket(emma, { subject, assigneeId: emma.actor.id });
  }
  await world.ticket(zsofia, { subject: 'Not for Emma', assigneeId: zsofia.actor.id });
  await numbers.count();
  return { ...numbers, world, emma, zsofia };
}

const csvOf = (bytes: Uint8Array) => parse(new TextDecoder().decode(bytes), { bom: true }) as string[][];

test('a board becomes a workbook with numbers, course, table, what was asked for and the definitions', async () => {
  const { manager, emma } = await twoAgents();
  const parameters = { ...MARCH, agent: emma.actor.id ?? '' };
  const asked = { of: { board: 'teams' }, format: 'xlsx', part: null, parameters, locale: 'hu' } as const;
  const file = await exportNumbers(manager, asked);
  expect(file?.name).toBe('teams-2026-03-01-2026-03-31.xlsx');
  const sheets = await readExcelFile(Buffer.from(file?.bytes ?? []));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Számok',
    'Alakulás',
    'Csapat',
    'Erről a fájlról',
    'Meghatározások',
  ]);
  const [numbers, course, lines, about, definitions] = sheets.map(({ data }) => data);
  expect(numbers?.[1]?.slice(0, 4)).toEqual(['Új jegyek', 'darab', 6, 6]);
  expect(
    course?.find(([day]) => day instanceof Date && day.toISOString().startsWith('2026-03-02')),
  ).toBeDefined();
  expect(lines?.[1]?.slice(0, 3)).toEqual(['Csapat nélkül', 6, 6]);
  expect(about?.find(([name]) => name === 'Munkatárs')?.[1]).toBe('Emma');
  expect(definitions?.[1]?.[0]).toBe('Új jegyek');
  const audited = await manager.db.auditEntry.findMany({ where: { workspaceId: manager.workspaceId } });
  expect(audited.map(({ action, target }) => [action, target])).toContainEqual([
    'insights.exported',
    file?.name,
  ]);
});

test('a number brings what is behind it, without formulas, and an agent gets their own work whoever they ask for', async () => {
  const { manager, emma, zsofia } = await twoAgents();
  const of = { metric: 'created' } as const;
  const asked = { of, format: 'csv', part: 'rows', parameters: MARCH, locale: 'en' } as const;
  const all = csvOf((await exportNumbers(manager, asked))?.bytes ?? new Uint8Array());
  expect(all).toHaveLength(8);
  expect(all.map(([, subject]) => subject)).toContain(`'=HYPERLINK("http://evil.test")`);
  const parameters = { ...MARCH, agent: zsofia.actor.id ?? '' };
  const own = csvOf((await exportNumbers(emma, { ...asked, parameters }))?.bytes ?? new Uint8Array());
  expect(own).toHaveLength(7);
  expect(own.flat()).not.toContain('Not for Emma');
  const board = { ...asked, of: { board: 'agents' }, part: 'lines' } as const;
  expect(await exportNumbers(emma, board)).toBeNull();
});

test('too few cases are counted and not told', async () => {
  const { manager, desk, count } = await newNumbers('2026-03-02T09:00:00Z');
  const { ticketId } = await desk.world.ticket(desk.agent, { kind: 'inbound' });
  await desk.reply(ticketId, 'solved');
  await count();
  const of = { metric: 'first_response' } as const;
  const file = await exportNumbers(manager, {
    of,
    format: 'csv',
    part: 'numbers',
    parameters: MARCH,
    locale: 'en',
  });
  const [head, row] = csvOf(file?.bytes ?? new Uint8Array());
  const told = Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index]]));
  expect(told).toMatchObject({ n: '1', Value: '', Median: '' });
});

test('the API gives the same files to keys that may read numbers', async () => {
  const { world } = await twoAgents();
  const admin = await world.member({ role: 'admin' });
  const reads = caller(await keyOf(admin, ['insights:read']));
  const days = 'from=2026-03-01&to=2026-03-31';
  const file = await reads(`/boards/overview/export?${days}&locale=lv`);
  expect((await readExcelFile(Buffer.from(file.bytes)))[0]?.sheet).toBe('Skaitļi');
  const rows = await reads(`/metrics/created/export?${days}&format=csv&agent=none`);
  expect(csvOf(rows.bytes)).toHaveLength(1);
  const other = caller(await keyOf(admin, ['tickets:read']));
  expect((await other(`/boards/overview/export?${days}`)).status).toBe(403);
});
