import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const TICKET = {
  subject: 'Kettle',
  requester: { email: 'anna@customer.test', name: 'Anna Ozola' },
  text: 'My kettle is broken.',
};

test('every change of a ticket is listed with who made it, narrowed to a field, page by page', async () => {
  const { call } = await apiWorld();
  await call('/tickets', { method: 'POST', body: TICKET });
  await call('/tickets/1001', { method: 'PATCH', body: { priority: 'high', addTags: ['kettle'] } });
  const all = await call('/tickets/1001/history');
  expect(all.status).toBe(200);
  expect(all.json.data.map(({ type }: { type: string }) => type)).toEqual([
    'ticket.tagged',
    'ticket.priority_changed',
    'ticket.created',
  ]);
  expect(all.json.data[1]).toMatchObject({
    actor: { kind: 'api_key', id: null },
    from: 'normal',
    to: 'high',
    cause: { macro: null, rule: null, message: null },
  });
  const tags = await call('/tickets/1001/history?field=tags');
  expect(tags.json).toMatchObject({
    data: [{ type: 'ticket.tagged', from: null, to: 'kettle' }],
    nextCursor: null,
  });
  const first = await call('/tickets/1001/history?limit=2');
  const rest = await call(`/tickets/1001/history?cursor=${first.json.nextCursor}`);
  expect(rest.json).toMatchObject({ data: [{ type: 'ticket.created' }], nextCursor: null });
  expect((await call('/tickets/1002/history')).status).toBe(404);
  expect((await call('/tickets/1001/history?field=colour')).status).toBe(422);
});
