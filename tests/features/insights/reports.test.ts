import readExcelFile from 'read-excel-file/node';
import { expect, test, vi } from 'vitest';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { saveReport } from '@/features/insights/commands/save-report';
import { stopByLink, stopReport } from '@/features/insights/commands/stop-report';
import { sweepReports } from '@/features/insights/commands/sweep-reports';
import { updateReport } from '@/features/insights/commands/update-report';
import { listReports } from '@/features/insights/queries';
import type { StaffContext } from '@/server/context';
import { victim } from '../../support/victim';
import { caller, keyOf } from '../api/calls';
import { newNumbers } from '../metrics/support';

// Each test counts, makes a workbook and some of them start processes: a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

// A Monday, nine in the morning in London, ten in Budapest, eleven in Riga.
const MONDAY = '2026-03-02T09:00:00Z';
const WEEKLY = {
  board: 'teams',
  query: 'priority=high',
  pace: 'weekly',
  weekday: 1,
  hour: 8,
  locale: null,
} as const;

/** A manager in Riga who reads Latvian, and tickets of the week before. */
async function mailed(over: Partial<typeof WEEKLY> | Readonly<{ pace: 'daily' }> = {}) {
  const numbers = await newNumbers('2026-02-24T09:00:00Z');
  const { desk, manager } = numbers;
  const { world } = desk;
  await world.db.user.update({
    where: { id: manager.actor.id ?? '' },
    data: { locale: 'lv', timeZone: 'Europe/Riga' },
  });
  for (const priority of ['high', 'high', 'low'])
    await world.ticket(desk.agent, { kind: 'inbound', priority });
  await numbers.count();
  desk.until(new Date(MONDAY));
  const made = await saveReport(manager, { ...WEEKLY, ...over, userIds: [manager.actor.id ?? ''] });
  if (!made.ok) throw new Error(made.error.code);
  const reportId = made.value.reportIds[0] ?? '';
  const mails = () =>
    world.db.outgoingMail.findMany({
      where: { workspaceId: world.workspaceId, kind: 'report' },
      include: { files: true },
    });
  const nextAt = async () =>
    (await world.db.boardReport.findFirst({ where: { workspaceId: world.workspaceId, id: reportId } }))
      ?.nextAt;
  return { ...numbers, world, reportId, mails, nextAt, toDue: () => world.pass(7 * 86_400) };
}

/** Only this workspace's reports: other tests have theirs. */
const sweep = (ctx: StaffContext) => sweepReports(ctx, ctx.workspaceId);

test('a board comes in the language and at the hour of its reader, of the week that is over, with its Excel file', async () => {
  const { desk, manager, mails, nextAt } = await mailed();
  expect(await nextAt()).toEqual(new Date('2026-03-09T06:00:00Z'));
  await sweep(manager);
  expect(await mails()).toEqual([]);
  desk.until(new Date('2026-03-09T06:00:00Z'));
  await sweep(manager);
  const [mail] = await mails();
  expect(mail?.subject).toContain('Komandas');
  expect(mail?.html).toContain('lang="lv"');
  expect(mail?.html).toContain('Prioritāte: ');
  expect(mail?.html).not.toMatch(/<img|src=|url\(/);
  expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  const sheets = await readExcelFile(Buffer.from(mail?.files[0]?.bytes ?? []));
  const about = sheets.find(({ sheet }) => sheet === 'Par šo failu')?.data ?? [];
  expect(about.slice(3, 5).map(([, day]) => day)).toEqual([new Date('2026-03-02'), new Date('2026-03-08')]);
  expect(await nextAt()).toEqual(new Date('2026-03-16T06:00:00Z'));
});

test('days in which nobody sent anything are not made up for', async () => {
  const daily = await mailed({ pace: 'daily' });
  daily.desk.until(new Date('2026-03-20T06:30:00Z'));
  await sweep(daily.manager);
  await sweep(daily.manager);
  expect(await daily.mails()).toHaveLength(1);
  expect(await daily.nextAt()).toEqual(new Date('2026-03-21T06:00:00Z'));
});

test('it leaves with its file attached, and two workers at once send it once', async () => {
  const { world, manager, mails, toDue } = await mailed();
  toDue();
  await Promise.all([sweep(manager), sweep(manager), sweep(manager)]);
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  await deliverMail(world.system('delivery'), mail?.id ?? '');
  const sent = await world.db.outgoingMail.findFirst({
    where: { workspaceId: world.workspaceId, id: mail?.id ?? '' },
  });
  expect(sent?.state).toBe('sent');
  expect(Buffer.from(sent?.raw ?? []).toString()).toMatch(/teams-2026-03-02-2026-03-08\.xlsx/);
});

test('a worker that is killed anywhere near the commit has sent it or not; the next one makes it one', async () => {
  const { world, manager, mails, toDue } = await mailed();
  toDue();
  const errand = {
    work: 'report',
    workspaceId: world.workspaceId,
    ticketId: world.workspaceId,
    at: world.now(),
  } as const;
  const whole = await victim(errand, 0);
  expect(whole.said).toBe('');
  expect(await mails()).toHaveLength(1);
  for (const back of [1, 3]) {
    toDue();
    const before = (await mails()).length;
    const died = await victim({ ...errand, at: world.now() }, whole.statements - back);
    expect(died.signal).toBe('SIGKILL');
    await sweep(manager);
    await sweep(manager);
    expect(await mails()).toHaveLength(before + 1);
  }
});

test('who has lost the right to see a board gets it no more, not even what waits in the outbox', async () => {
  const { world, manager, mails, toDue, nextAt } = await mailed();
  toDue();
  await sweep(manager);
  const where = { workspaceId_userId: { workspaceId: world.workspaceId, userId: manager.actor.id ?? '' } };
  await world.db.membership.update({ where, data: { role: 'agent' } });
  const [mail] = await mails();
  await deliverMail(world.system('delivery'), mail?.id ?? '');
  expect((await mails())[0]).toMatchObject({ state: 'failed', lastError: 'stopped' });
  toDue();
  await sweep(manager);
  expect(await mails()).toHaveLength(1);
  expect(await nextAt()).toBeNull();
});

test('a mail tells of what its reader may see, not of what its sender may', async () => {
  const { world, desk, manager, toDue } = await mailed();
  const teamId = await world.team('Blue');
  const lead = await world.member({ role: 'manager', scope: 'team', teamIds: [teamId], name: 'Lead' });
  await world.ticket(desk.agent, { kind: 'inbound', teamId: await world.team('Secret team') });
  const made = await saveReport(manager, { ...WEEKLY, query: '', userIds: [lead.actor.id ?? ''] });
  expect(made.ok).toBe(true);
  toDue();
  await sweep(manager);
  const mail = await world.db.outgoingMail.findFirst({
    where: { workspaceId: world.workspaceId, kind: 'report', rcptTo: { has: `${lead.actor.id}@staff.test` } },
  });
  expect(mail?.html).toContain('Teams');
  expect(mail?.html).not.toContain('Secret team');
});

test('readers stop it themselves, by its link too; agents are no readers, and others touch nothing', async () => {
  const { world, desk, manager, reportId, mails, toDue, nextAt } = await mailed();
  const [agent, other] = [desk.agent, await world.member({ role: 'manager' })];
  const forAgent = { ...WEEKLY, userIds: [agent.actor.id ?? ''] };
  expect(await saveReport(manager, forAgent)).toMatchObject({ error: { code: 'insights.not_reader' } });
  expect(await saveReport(agent, forAgent)).toMatchObject({ error: { code: 'not_found' } });
  expect(await stopReport(agent, { reportId })).toMatchObject({ error: { code: 'not_found' } });
  toDue();
  await sweep(manager);
  const headers = (await mails())[0]?.headers as Record<string, string>;
  const token = /stop\/([^>]+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(await stopByLink(world.db, `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`)).toBe(false);
  expect(await nextAt()).not.toBeNull();
  expect(await stopByLink(world.db, token)).toBe(true);
  expect(await nextAt()).toBeNull();
  expect(await listReports(other)).toEqual([]);
});

test('a board by mail is changed: hour, filters, language; what is not said stays', async () => {
  const { world, desk, manager, reportId, mails, nextAt } = await mailed();
  const call = caller(await keyOf(desk.owner, ['all']));
  const patch = async (body: object) =>
    (await call(`/board-reports/${reportId}`, { method: 'PATCH', body })).json;
  const before = await nextAt();
  expect(await patch({ locale: 'hu', query: 'team=-&nonsense=1' })).toEqual({ reportIds: [reportId] });
  expect(await nextAt()).toEqual(before);
  const later = await updateReport(manager, { reportId, pace: 'daily', hour: 20 });
  expect(later).toMatchObject({ value: { reportIds: [reportId] } });
  expect(await nextAt()).toEqual(new Date('2026-03-02T18:00:00Z'));
  const { json } = await call('/board-reports');
  expect(json.data).toMatchObject([
    { id: reportId, board: 'teams', query: 'team=-', pace: 'daily', hour: 20, locale: 'hu' },
  ]);
  desk.until(new Date('2026-03-02T18:00:00Z'));
  await sweep(manager);
  const [mail] = await mails();
  expect(mail?.html).toContain('lang="hu"');
  expect(mail?.html).toContain('Csapat: ');
  const stranger = await newNumbers(MONDAY);
  expect(await updateReport(stranger.manager, { reportId, hour: 9 })).toMatchObject({
    error: { code: 'not_found' },
  });
  const agent = await world.member({ name: 'Other Agent' });
  expect(await updateReport(agent, { reportId, hour: 9 })).toMatchObject({ error: { code: 'not_found' } });
  expect((await call(`/board-reports/${reportId}`, { method: 'PATCH', body: { hour: 24 } })).status).toBe(
    422,
  );
});

test('other readers get a board of their own, and who is left out gets it no more, by no old link either', async () => {
  const { world, manager, reportId, mails, toDue } = await mailed();
  const lead = await world.member({ role: 'manager', name: 'Lead' });
  toDue();
  await sweep(manager);
  const headers = (await mails())[0]?.headers as Record<string, string>;
  const token = /stop\/([^>]+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const both = [manager.actor.id ?? '', lead.actor.id ?? ''];
  const added = await updateReport(manager, { reportId, userIds: both });
  expect(added.ok && added.value.reportIds).toEqual([reportId, expect.any(String)]);
  const [, leads = ''] = added.ok ? added.value.reportIds : [];
  const moved = await updateReport(manager, { reportId: leads, hour: 7, userIds: [lead.actor.id ?? ''] });
  expect(moved).toMatchObject({ value: { reportIds: [leads] } });
  const gone = await updateReport(manager, { reportId, userIds: [lead.actor.id ?? ''] });
  expect(gone.ok && gone.value.reportIds).toHaveLength(1);
  expect(await stopByLink(world.db, token)).toBe(true);
  const rows = await listReports(manager);
  expect(rows.map(({ reader, hour }) => [reader, hour])).toEqual([
    ['Lead', 7],
    ['Lead', 8],
  ]);
  const agent = await world.member({ name: 'No Reader' });
  const refused = await updateReport(manager, { reportId: leads, userIds: [agent.actor.id ?? ''] });
  expect(refused).toMatchObject({ error: { code: 'insights.not_reader' } });
  expect(await listReports(manager)).toHaveLength(2);
});
