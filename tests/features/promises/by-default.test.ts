import { expect, test } from 'vitest';
import { mailSource, takeInMail } from '../../support/mail';
import { newDesk } from '../sla/support';

/** A workspace as shipped, but for the general hours, to which somebody writes; what they are promised. */
async function promised(likeTickets: number | null) {
  const desk = await newDesk('2026-11-16T15:30:00Z');
  const { db, workspaceId } = desk.world;
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: null } });
  await desk.calendar({ standard: true });
  if (likeTickets !== null)
    await db.promiseStatistic.create({
      data: { workspaceId, about: 'answer', key: '*', sample: likeTickets, p80: 3_600_000n },
    });
  const { ticketId } = await takeInMail(desk.world, mailSource(desk.world));
  const rows = await db.ticketPromise.findMany({ where: { workspaceId, ticketId: ticketId ?? '' } });
  return rows.map(({ source, sample }) => [source, sample]);
}

test('as shipped, enough history promises an answer by itself, and too little, or none, promises nothing', async () => {
  expect(await promised(20)).toEqual([['statistical', 20]]);
  expect(await promised(19)).toEqual([]);
  expect(await promised(null)).toEqual([]);
});
