import { expect, test } from 'vitest';
import { mailSource, takeInMail } from '../../support/mail';
import { type Desk, newDesk, type Targets } from './support';

/** The acknowledgement of a mail that comes in on Monday at 16:30 in Budapest. */
async function acknowledged(prepare: (desk: Desk) => Promise<unknown>): Promise<string> {
  const desk = await newDesk('2026-11-16T15:30:00Z');
  const { db, workspaceId } = desk.world;
  await db.workspace.update({ where: { id: workspaceId }, data: { timeZone: 'Europe/Budapest' } });
  await prepare(desk);
  const { ticketId } = await takeInMail(desk.world, mailSource(desk.world));
  const said = await db.message.findFirstOrThrow({
    where: { workspaceId, ticketId, authorKind: 'system' },
  });
  return said.text;
}

const promise =
  (targets: Targets, over: Record<string, unknown> = {}) =>
  (desk: Desk) =>
    desk.calendar().then((calendarId) => desk.policy(calendarId, targets, over));

test('the acknowledgement names when the policy of the new ticket promises the first reply', async () => {
  const text = await acknowledged(promise({ normal: { first_reply: 120 } }));
  expect(text).toContain('an answer by Tuesday, November 17 at 10:30 AM GMT+1');
});

test('without such a promise it counts the workspace’s hours by the standard calendar', async () => {
  const text = await acknowledged(promise({ normal: { resolution: 120 } }));
  expect(text).toContain('an answer by Tuesday, November 17 at 4:30 PM GMT+1');
});

test('without a calendar nothing is promised, and so it names no time', async () => {
  const text = await acknowledged(async () => {});
  expect(text).not.toMatch(/an answer by|working hours/);
});

const withoutHours = ({ world }: Desk) =>
  world.db.workspace.update({ where: { id: world.workspaceId }, data: { answerWithinHours: null } });

test('a workspace without general hours still promises what its policy says, and nothing without a policy', async () => {
  const told = await acknowledged(async (desk) => {
    await promise({ normal: { first_reply: 120 } })(desk);
    await withoutHours(desk);
  });
  expect(told).toContain('an answer by Tuesday, November 17 at 10:30 AM GMT+1');
  expect(await acknowledged(withoutHours)).not.toMatch(/an answer by|working hours/);
});

test('a workspace that promises nothing by itself names no time, whatever its policies say', async () => {
  const text = await acknowledged(async (desk) => {
    await promise({ normal: { first_reply: 120 } })(desk);
    const { db, workspaceId } = desk.world;
    const rest = { sla: true, statistical: true, channels: ['email' as const] };
    const numbers = { minimumSample: 20, riskPercent: 75, roundMinutes: 15 };
    await db.promiseSettings.create({ data: { workspaceId, automatic: false, ...rest, ...numbers } });
  });
  expect(text).not.toMatch(/an answer by|working hours/);
});

test('the workspace’s own words may hold the moment', async () => {
  const text = await acknowledged(async (desk) => {
    await promise({ normal: { first_reply: 120 } })(desk);
    const { db, workspaceId } = desk.world;
    const words = { subject: 'Hello', body: 'By {{promise.first_reply}}.' };
    for (const locale of ['en', 'hu', 'lv']) {
      await db.mailText.create({ data: { workspaceId, kind: 'acknowledgement', locale, ...words } });
    }
  });
  expect(text).toMatch(/^By .*17.*10:30.*\.$/);
});
