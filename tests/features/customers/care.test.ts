import { expect, test } from 'vitest';
import { listPromises } from '@/features/promises/commands/list-promises';
import { feedbackOfCustomer } from '@/features/surveys/queries-opinions';
import { apiWorld } from '../api/calls';
import { survey } from '../surveys/support';

/** A customer with a ticket of a team's, twelve promises and twelve answers on it; and somebody else with one of each. */
async function caredFor() {
  const { world, admin, call } = await apiWorld();
  const { db, workspaceId } = world;
  const teamId = await world.team();
  const surveyId = await survey(admin);
  const of = async (email: string, count: number) => {
    const { ticketId } = await world.ticket(admin, { requester: { email, name: 'Anna' }, teamId });
    const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
    const at = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000);
    const rows = Array.from({ length: count }, (_, hour) => ({ workspaceId, id: admin.newId(), hour }));
    await db.ticketPromise.createMany({
      data: rows.map(({ hour, ...row }) => ({
        ...row,
        ...{ ticketId, about: 'answer' as const, source: 'manual' as const, promisedAt: at(-50) },
        ...{ dueAt: at(-hour), keptAt: at(-hour), endedAt: at(-hour) },
      })),
    });
    const asked = { surveyId, customerId: requesterId, ticketId, locale: 'en' };
    await db.surveyInvite.createMany({
      data: rows.map(({ hour, ...row }) => ({
        ...{ ...row, ...asked, surveyVersion: 1, channel: 'email' as const, state: 'answered' as const },
        ...{ tokenHash: row.id, dueAt: at(-hour), createdAt: at(-hour) },
      })),
    });
    await db.surveyAnswer.createMany({
      data: rows.map(({ hour, id: inviteId }) => ({
        ...{ ...asked, workspaceId, inviteId, score: 5, mood: 'good', answers: {} },
        ...{ comment: `Answer ${hour}`, hasComment: true, at: at(-hour), changedAt: at(-hour) },
      })),
    });
    return requesterId;
  };
  const customerId = await of('anna@customer.test', 12);
  await of('berta@customer.test', 1);
  return { world, admin, call, customerId };
}

test('promises and answers of one customer come page by page, to those who may see the tickets, and by API', async () => {
  const { world, admin, call, customerId } = await caredFor();
  const first = await listPromises(admin, { list: 'all', customerId, limit: 10 });
  const rest = await listPromises(admin, { list: 'all', customerId, limit: 10, after: first.next ?? '' });
  expect([first.promises.length, rest.promises.length, rest.next]).toEqual([10, 2, null]);
  const answers = await feedbackOfCustomer(admin, { customerId, after: null });
  const older = await feedbackOfCustomer(admin, { customerId, after: answers.next });
  expect([...answers.rows, ...older.rows].map(({ comment }) => comment)).toEqual(
    Array.from({ length: 12 }, (_, hour) => `Answer ${hour}`),
  );
  expect([older.next, answers.rows[0]?.survey, answers.rows[0]?.ticketNumber]).toEqual([
    null,
    'Satisfaction',
    expect.any(Number),
  ]);

  const narrow = await world.member({ scope: 'team', role: 'manager' });
  expect((await listPromises(narrow, { list: 'all', customerId })).promises).toEqual([]);
  expect((await feedbackOfCustomer(narrow, { customerId, after: null })).rows).toEqual([]);
  // Who may not read feedback sees what is about themselves.
  const agent = await world.member();
  expect((await feedbackOfCustomer(agent, { customerId, after: null })).rows).toEqual([]);

  const kept = await call(`/promises?list=all&customer=${customerId}&limit=100`);
  expect(kept.json.data).toHaveLength(12);
  const said = await call(`/survey-answers?customer=${customerId}&limit=100`);
  expect(said.json.data).toHaveLength(12);
  const { json } = await call(`/customers/${customerId}`);
  expect(json).toMatchObject({
    mails: { acknowledgements: true, updates: true, surveys: true },
    saidNumbers: [],
    erasedAt: null,
  });
});
