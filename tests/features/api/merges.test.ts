import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const body = (subject: string) => ({
  subject,
  requester: { email: 'anna@customer.test', name: 'Anna Ozola' },
  text: 'My kettle is broken.',
});

test('tickets are merged, parted and split by number', async () => {
  const { call } = await apiWorld();
  const post = (path: string, given: object = {}) => call(path, { method: 'POST', body: given });
  for (const subject of ['One', 'Two']) expect((await post('/tickets', body(subject))).status).toBe(201);
  const merged = await post('/tickets/1002/merge', { into: 1001 });
  expect(merged).toMatchObject({ status: 200, json: { number: 1001, mergedInto: null } });
  expect((await call('/tickets/1002')).json).toMatchObject({ status: 'closed', mergedInto: 1001 });
  const { data } = (await call('/tickets/1001/messages')).json;
  expect(data).toHaveLength(2);
  const again = await post('/tickets/1002/merge', { into: 1001 });
  expect(again).toMatchObject({ status: 409, json: { code: 'merge.already' } });
  const messageIds = [data[0].id];
  const split = await post('/tickets/1001/split', { messageIds, subject: 'Three' });
  expect(split).toMatchObject({ status: 201, json: { number: 1003, subject: 'Three' } });
  expect((await post('/tickets/1002/unmerge')).json).toMatchObject({ number: 1002, mergedInto: null });
  expect((await post('/tickets/1002/unmerge')).status).toBe(404);
  expect((await call('/tickets/1002')).json.status).toBe('new');
});
