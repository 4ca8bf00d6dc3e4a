import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const body = (subject: string, email: string) => ({
  subject,
  requester: { email, name: 'Anna Ozola' },
  text: 'My kettle is broken.',
});

test('tickets are linked by number, and all incidents of a problem are answered in one call', async () => {
  const { call } = await apiWorld();
  const post = (path: string, given: object = {}) => call(path, { method: 'POST', body: given });
  for (const at of [1, 2, 3, 4]) await post('/tickets', body(`Ticket ${at}`, `customer${at}@customer.test`));
  const made = await post('/tickets/1001/links', { ticket: 1002, as: 'incident' });
  expect(made).toMatchObject({
    status: 201,
    json: { as: 'incident', ticket: { number: 1002, status: 'new' } },
  });
  await post('/tickets/1001/links', { ticket: 1003, as: 'incident' });
  const again = await post('/tickets/1002/links', { ticket: 1001, as: 'related' });
  expect(again).toMatchObject({ status: 409, json: { code: 'link.exists' } });
  const parent = await post('/tickets/1004/links', { ticket: 1001, as: 'parent' });
  const page = await call('/tickets/1001/links?limit=2');
  expect(page.json.data.map((each: { as: string }) => each.as)).toEqual(['incident', 'incident']);
  const rest = await call(`/tickets/1001/links?cursor=${page.json.nextCursor}`);
  expect(rest.json).toMatchObject({ data: [{ as: 'child', ticket: { number: 1004 } }], nextCursor: null });
  expect((await call(`/ticket-links/${parent.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/tickets/1004/links')).json.data).toEqual([]);

  const answer = {
    id: '5f0f4a9e-4b57-4c0e-9d6a-3f4f5f1f7a11',
    texts: { en: '<p>{{customer.name}}, it works again.</p>' },
    status: 'solved',
  };
  const answered = await post('/tickets/1001/incident-answers', answer);
  expect(answered).toMatchObject({ status: 200, json: { next: null } });
  const told = answered.json.answers;
  expect(told).toMatchObject([
    { number: 1002, problem: null },
    { number: 1003, problem: null },
  ]);
  const twice = await post('/tickets/1001/incident-answers', { ...answer, incidents: [1002, 1004] });
  expect(twice.json.answers).toMatchObject([
    { number: 1002, messageId: told[0].messageId },
    { number: 1004, problem: 'not_found', messageId: null },
  ]);
  expect((await call('/tickets/1002')).json.status).toBe('solved');
});
