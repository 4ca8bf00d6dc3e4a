import { expect, test } from 'vitest';
import { apiWorld } from './calls';

test('a program asks somebody beside a ticket, goes on, and says that it is done', async () => {
  const { call } = await apiWorld();
  const post = (path: string, body: object) => call(path, { method: 'POST', body });
  const requester = { email: 'anna@customer.test', name: 'Anna Ozola' };
  await post('/tickets', { subject: 'Kettle', requester, text: 'Broken.' });
  const body = { to: ['works@supplier.test'], subject: 'Seal', html: '<p>Have you got one?</p>' };
  const made = await post('/tickets/1001/side-conversations', body);
  expect(made).toMatchObject({
    status: 201,
    json: { subject: 'Seal', state: 'open', people: 'works@supplier.test', messages: 1, answered: false },
  });
  const path = `/side-conversations/${made.json.id}`;
  const next = await post(`${path}/messages`, { html: '<p>It is urgent.</p>' });
  expect(next).toMatchObject({
    status: 201,
    json: { subject: 'Re: Seal', to: [{ address: 'works@supplier.test' }] },
  });
  expect((await call(`${path}/messages`)).json.data).toHaveLength(2);
  expect((await call(path, { method: 'PATCH', body: { state: 'done' } })).json.state).toBe('done');
  expect((await call('/tickets/1001/side-conversations')).json.data).toMatchObject([{ state: 'done' }]);
  expect((await call('/tickets/1001/messages')).json.data).toHaveLength(1);
  expect((await call('/messages')).json.data).toHaveLength(1);
  const refused = await post('/tickets/1001/side-conversations', { ...body, to: ['anna@customer.test'] });
  expect(refused).toMatchObject({ status: 409, json: { code: 'side.customer' } });
});
