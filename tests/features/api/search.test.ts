import { expect, test } from 'vitest';
import { indexTicket } from '@/features/search/jobs';
import { liveArticle } from '../knowledge/support';
import { apiWorld } from './calls';

test('a program finds what the desk finds, page by page, and is told what it got wrong', async () => {
  const { world, admin, call } = await apiWorld();
  for (const subject of ['Kettle one', 'Kettle two', 'Cup']) {
    world.pass(60);
    const { ticketId } = await world.ticket(admin, { subject, priority: subject === 'Cup' ? 'low' : 'high' });
    await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
  }
  const q = encodeURIComponent('prioritás:magas from:anna');
  const first = await call(`/search?q=${q}&limit=1`);
  expect(first.status).toBe(200);
  expect(first.json).toMatchObject({ tickets: [{ subject: 'Kettle two' }], problems: [] });
  const second = await call(`/search?q=${q}&limit=1&cursor=${first.json.nextCursor}`);
  expect(second.json).toMatchObject({
    tickets: [{ subject: 'Kettle one' }],
    customers: [],
    nextCursor: null,
  });
  expect((await call('/search?q=anna')).json.customers).toMatchObject([{ name: 'Anna Ozola' }]);
  await liveArticle(admin, { locale: 'en', title: 'Descaling a kettle' });
  expect((await call('/search?q=kettle')).json.articles).toMatchObject([
    { title: 'Descaling a kettle', locale: 'en', audience: 'public' },
  ]);
  const wrong = await call('/search?q=kettle%20status:opne');
  expect(wrong.json).toMatchObject({
    tickets: [],
    problems: [{ code: 'unknown_value', token: 'status:opne', near: ['open'] }],
  });
  expect((await call('/search?q=')).status).toBe(422);
});
