import { expect, test } from 'vitest';
import { apiWorld, caller, keyOf } from './calls';

const ticket = {
  subject: 'Broken kettle',
  requester: { email: 'anna@customer.test', name: 'Anna Ozola' },
  text: 'My kettle is broken.',
};
const post = (key: string, body: unknown = ticket) =>
  ({ method: 'POST', body, headers: { 'idempotency-key': key } }) as const;

test('a request that is sent again is done once and answered the same', async () => {
  const { call } = await apiWorld();
  const first = await call('/tickets', post('order-1'));
  expect(first.status).toBe(201);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  const again = await call('/tickets', post('"order-1"'));
  expect(again.status).toBe(201);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.json).toEqual(first.json);
  expect((await call('/tickets')).json.data).toHaveLength(1);
});

test('the same key with another content, or at another address, is refused', async () => {
  const { call } = await apiWorld();
  const { number } = (await call('/tickets', post('order-1'))).json;
  const other = await call('/tickets', post('order-1', { ...ticket, subject: 'Other' }));
  expect(other.status).toBe(422);
  expect(other.json.code).toBe('idempotency.mismatch');
  const message = post('order-1', { kind: 'note', text: 'x' });
  expect((await call(`/tickets/${number}/messages`, message)).json.code).toBe('idempotency.mismatch');
});

test('keys of two programs do not know each other', async () => {
  const { admin, call } = await apiWorld();
  const other = caller(await keyOf(admin, ['all']));
  const numbers = await Promise.all(
    [call, other].map(async (each) => (await each('/tickets', post('a'))).json.number),
  );
  expect(new Set(numbers).size).toBe(2);
});

test('of many requests at once, one is done; the others wait or get its answer', async () => {
  const { call } = await apiWorld();
  const answers = await Promise.all(Array.from({ length: 8 }, () => call('/tickets', post('storm'))));
  const codes = answers.map(({ status, json }) => (status === 201 ? 'made' : json.code));
  expect(new Set(codes.filter((code) => code !== 'made' && code !== 'idempotency.running'))).toEqual(
    new Set(),
  );
  expect(codes).toContain('made');
  expect((await call('/tickets')).json.data).toHaveLength(1);
  expect((await call('/tickets', post('storm'))).status).toBe(201);
});

test('after a crash between the commit and the answer, the answer is made of what was committed', async () => {
  const { admin, call } = await apiWorld();
  const first = await call('/tickets', post('crash'));
  const { workspaceId } = admin;
  const row = await admin.db.idempotentReply.findFirstOrThrow({ where: { workspaceId, key: 'crash' } });
  const ids = await admin.db.ticket.findFirstOrThrow({ where: { workspaceId }, select: { id: true } });
  const body = JSON.stringify({ ticketId: ids.id, number: first.json.number });
  await admin.db.idempotentReply.updateMany({
    where: { workspaceId, key: row.key },
    data: { status: null, body },
  });
  const again = await call('/tickets', post('crash'));
  expect(again.status).toBe(201);
  expect(again.json).toEqual(first.json);
  expect((await call('/tickets')).json.data).toHaveLength(1);
});

test('what failed may be tried again under the same key', async () => {
  const { call } = await apiWorld();
  const note = post('note-1', {
    kind: 'note',
    text: 'Hello',
    attachmentIds: ['0197c5e0-0000-7000-8000-000000000000'],
  });
  const { number } = (await call('/tickets', post('t'))).json;
  expect((await call(`/tickets/${number}/messages`, note)).json.code).toBe('file.missing');
  const mended = post('note-1', { kind: 'note', text: 'Hello' });
  expect((await call(`/tickets/${number}/messages`, mended)).status).toBe(201);
});

test('uploads and changes can be repeated too', async () => {
  const { call } = await apiWorld();
  const { number } = (await call('/tickets', post('t'))).json;
  const patch = { method: 'PATCH', body: { priority: 'high' }, headers: { 'idempotency-key': 'p' } } as const;
  expect((await call(`/tickets/${number}`, patch)).json.priority).toBe('high');
  await call(`/tickets/${number}`, { method: 'PATCH', body: { priority: 'low' } });
  expect((await call(`/tickets/${number}`, patch)).json.priority).toBe('high');
  expect((await call(`/tickets/${number}`)).json.priority).toBe('low');
  const upload = {
    method: 'POST',
    body: new TextEncoder().encode('hello'),
    headers: { 'idempotency-key': 'u' },
  } as const;
  const ids = [await call('/attachments?name=a.txt', upload), await call('/attachments?name=a.txt', upload)];
  expect(new Set(ids.map(({ json }) => json.id)).size).toBe(1);
});

test('a key that is no text is refused', async () => {
  const { call } = await apiWorld();
  const answer = await call('/tickets', post('x'.repeat(256)));
  expect(answer.status).toBe(422);
  expect(answer.json.errors).toMatchObject([{ in: 'header', field: 'Idempotency-Key' }]);
});
