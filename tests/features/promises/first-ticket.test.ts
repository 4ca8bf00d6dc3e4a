import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openHours } from '@/domain/sla/business-time';
import { promiseWhenAsked } from '@/features/promises/commands/promise-when-asked';
import { type CalendarTimes, calendarOf } from '@/features/sla/hours';
import { findTicket } from '@/features/tickets/store';
import { createWorkspace } from '@/features/workspaces/commands/create-workspace';
import { newId } from '@/server/ids';
import { mailSource, takeInMail } from '../../support/mail';
import { newWorld } from '../../support/world';
import { unwrap } from '../rules/support';

const MIGRATION = 'prisma/migrations/20261130205530_first_calendar/migration.sql';

/** A workspace as it is made, with the one mailbox of its set-up. */
async function made(locale: 'en' | 'hu' | 'lv', at = '2026-11-16T08:10:00Z') {
  const world = await newWorld({ at });
  const owner = await world.member({ role: 'owner' });
  const slug = `new${newId().replaceAll('-', '')}`;
  const mailbox = { address: `help@${slug}.test`, name: 'Help' };
  const { workspaceId } = unwrap(
    await createWorkspace(
      { db: world.db, now: world.now, newId, ip: '' },
      {
        ...{ name: 'New company', slug, locale, timeZone: 'Europe/Budapest', mailbox },
        ownerId: owner.actor.id ?? '',
      },
    ),
  );
  const account = await world.db.channelAccount.findFirstOrThrow({ where: { workspaceId } });
  const system = () => ({ ...world.system(), workspaceId });
  return { ...world, workspaceId, slug, system, mailbox: { id: account.id, address: mailbox.address } };
}

test('in a workspace as it is made the first mail is promised an answer, and its acknowledgement says when', async () => {
  const world = await made('en');
  const { db, workspaceId } = world;
  const { ticketId } = await takeInMail(world, mailSource(world));
  const [promise, ...more] = await db.ticketPromise.findMany({ where: { workspaceId } });
  expect(more).toEqual([]);
  // Eight hours of Monday to Friday, 9 to 17, from Monday 9:10.
  expect(promise).toMatchObject({ source: 'general', dueAt: new Date('2026-11-17T08:15:00Z') });
  const said = await db.message.findFirstOrThrow({ where: { workspaceId, authorKind: 'system' } });
  expect(said.id).toBe(promise?.toldById);
  expect(said.text).toContain('an answer by Tuesday, November 17 at 9:15 AM');
  const ticket = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId ?? '' } });
  expect(ticket.promiseState).toBe('open');
});

test('who wants no such mails is promised it all the same, and own words without a time get a sentence with it; a program is promised nothing', async () => {
  const world = await made('en');
  const { db, workspaceId } = world;
  await db.workspace.update({ where: { id: workspaceId }, data: { acknowledge: false } });
  await takeInMail(world, mailSource(world, { head: ['Auto-Submitted: auto-generated'] }));
  expect(await db.ticketPromise.count({ where: { workspaceId } })).toBe(0);
  await takeInMail(world, mailSource(world));
  expect(await db.ticketPromise.findMany({ where: { workspaceId } })).toMatchObject([
    { source: 'general', dueAt: new Date('2026-11-17T08:15:00Z'), toldById: null },
  ]);
  expect(await db.message.count({ where: { workspaceId, authorKind: 'system' } })).toBe(0);

  const own = await made('en');
  await db.workspace.update({ where: { id: own.workspaceId }, data: { acknowledge: true } });
  await db.mailText.create({
    data: {
      ...{ workspaceId: own.workspaceId, locale: 'en', kind: 'acknowledgement' },
      ...{ subject: 'We have it', body: 'Thank you.' },
    },
  });
  await takeInMail(own, mailSource(own));
  expect(await db.ticketPromise.findMany({ where: { workspaceId: own.workspaceId } })).toMatchObject([
    { source: 'general', toldById: expect.any(String) },
  ]);
  const said = { workspaceId: own.workspaceId, authorKind: 'system' } as const;
  expect(await db.message.findMany({ where: said })).toMatchObject([
    { text: expect.stringMatching(/^Thank you\.\n\nYou can expect an answer by Tuesday, November 17/) },
  ]);
});

test('who asks there when to expect an answer is told a time', async () => {
  const world = await made('en');
  const { db, workspaceId } = world;
  const { ticketId } = await takeInMail(world, mailSource(world));
  await db.ticketPromise.deleteMany({ where: { workspaceId } });
  const ctx = world.system();
  const answered = await db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId ?? '');
    return ticket && promiseWhenAsked(tx, ctx, ticket);
  });
  expect(answered).toBe(true);
});

test.each([
  ['en', 'Office hours'],
  ['hu', 'Munkaidő'],
  ['lv', 'Darba laiks'],
] as const)('the first calendar has a name in the language of the workspace: %s', async (locale, name) => {
  const { db, workspaceId } = await made(locale);
  const calendars = await db.businessCalendar.findMany({ where: { workspaceId } });
  expect(calendars).toMatchObject([{ name, timeZone: 'Europe/Budapest', standard: true, version: 1 }]);
});

test('what was made before gets the same calendar by the migration, but not where telephones stand', async () => {
  const [world, rings, like] = [await newWorld(), await newWorld(), await made('hu')];
  const { db } = world;
  await db.workspace.update({
    where: { id: world.workspaceId },
    data: { locale: 'hu', timeZone: 'Europe/Budapest' },
  });
  const phone = { workspaceId: rings.workspaceId, id: newId(), name: 'Line', channel: 'phone' as const };
  await db.channelAccount.create({ data: phone });
  type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];
  const calendarsOf = async (tx: Tx, workspaceId: string) => {
    const rows = await tx.businessCalendar.findMany({
      where: { workspaceId },
      include: { slots: true, versions: true },
    });
    return rows.map(({ name, timeZone, standard, version, slots, versions }) => ({
      ...{ name, timeZone, standard, version },
      slots: slots.map(({ weekday, fromMinute, toMinute }) => [weekday, fromMinute, toMinute]).toSorted(),
      versions: versions.map((each) => each.calendar),
    }));
  };
  // It is taken back at once: workspaces of other tests are there too.
  const undone = new Error('undone');
  const run = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(readFileSync(MIGRATION, 'utf8'));
    const migrated = await calendarsOf(tx, world.workspaceId);
    expect(migrated).toHaveLength(1);
    expect(migrated).toEqual(await calendarsOf(tx, like.workspaceId));
    expect(() => openHours(calendarOf(migrated[0]?.versions[0] as unknown as CalendarTimes))).not.toThrow();
    expect(await calendarsOf(tx, rings.workspaceId)).toEqual([]);
    throw undone;
  });
  await expect(run).rejects.toBe(undone);
});
