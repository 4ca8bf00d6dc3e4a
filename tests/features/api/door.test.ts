import { expect, test } from 'vitest';
import { revokeApiKey } from '@/features/api-keys/commands/revoke-api-key';
import { listApiKeys } from '@/features/api-keys/queries';
import { env } from '@/server/env';
import { apiWorld, caller, keyOf } from './calls';

const ticket = {
  subject: 'Broken kettle',
  requester: { email: 'anna@customer.test', name: 'Anna Ozola' },
  text: 'My kettle is broken.',
};

test('without a key that works, nothing is answered', async () => {
  const { admin, key, call } = await apiWorld();
  for (const wrong of [null, `kz_${'x'.repeat(43)}`]) {
    const answer = await caller(wrong)('/tickets');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(answer.json.code).toBe('api_key.invalid');
  }
  expect((await call('/tickets')).status).toBe(200);
  const [row] = await listApiKeys(admin);
  await revokeApiKey(admin, { apiKeyId: row?.id ?? '' });
  expect((await caller(key)('/tickets')).status).toBe(401);
});

test('a key does what its scopes allow, and is told which one it lacks', async () => {
  const { admin } = await apiWorld();
  const call = caller(await keyOf(admin, ['tickets:read']));
  expect((await call('/tickets')).status).toBe(200);
  expect((await call('/me')).status).toBe(200);
  const refused = await call('/tickets', { method: 'POST', body: ticket });
  expect(refused.status).toBe(403);
  expect(refused.json).toMatchObject({ code: 'forbidden', scope: 'tickets:write' });
  expect((await call('/customers')).json.scope).toBe('customers:read');
  expect((await call('/users')).json.scope).toBe('people:read');
});

test('a failure is problem+json with words in the language of the reader and a code that stays', async () => {
  const { call } = await apiWorld();
  const titles = new Set<string>();
  for (const language of ['en', 'hu-HU,hu;q=0.9', 'lv', 'fi']) {
    const { status, headers, json } = await call('/tickets/999999', {
      headers: { 'accept-language': language },
    });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(json).toMatchObject({ type: '/api/v1/docs#problem-not_found', code: 'not_found', status: 404 });
    expect(json.instance).toBe(`urn:uuid:${headers.get('x-request-id')}`);
    expect(headers.get('content-language')).toBe(language.slice(0, 2) === 'fi' ? 'en' : language.slice(0, 2));
    titles.add(json.title);
  }
  expect(titles.size).toBe(3);
});

test('everything that is wrong with a request is named at once', async () => {
  const { call } = await apiWorld();
  const { status, json } = await call('/tickets?limit=0', {
    method: 'POST',
    body: { subject: 'x'.repeat(501), requester: { email: 'nobody' }, colour: 'blue', priority: 'huge' },
    headers: { 'accept-language': 'hu' },
  });
  expect(status).toBe(422);
  expect(json.code).toBe('input.invalid');
  const found = Object.fromEntries(json.errors.map((error: { field: string }) => [error.field, error]));
  expect(found).toMatchObject({
    limit: { in: 'query', code: 'unrecognized_keys' },
    subject: { in: 'body', code: 'too_big', limit: 500 },
    'requester.email': { code: 'invalid_format' },
    priority: { code: 'invalid_value', allowed: ['low', 'normal', 'high', 'urgent'] },
    colour: { code: 'unrecognized_keys' },
  });
  expect(found['priority'].detail).toBe('Adja meg ezek egyikét: low, normal, high, urgent.');
});

test.each([
  ['?limit=0', 'limit'],
  ['?limit=201', 'limit'],
  ['?limit=ten', 'limit'],
  ['?cursor=abc', 'cursor'],
  ['?colour=blue', 'colour'],
  ['?status=new,lost', 'status.1'],
  ['?updatedSince=yesterday', 'updatedSince'],
  ['?assignee=somebody', 'assignee'],
  ['?sort=subject', 'sort'],
  ['?q=%00', ''],
])('the query %s is refused', async (query, field) => {
  const { call } = await apiWorld();
  const { status, json } = await call(`/tickets${query}`);
  expect(status).toBe(422);
  expect(json.errors.map((error: { field: string }) => error.field)).toEqual([field]);
});

test('a body is JSON, says so, and has its limits', async () => {
  const { call } = await apiWorld();
  const post = (body: string, type = 'application/json') =>
    call('/tickets', { method: 'POST', body, headers: { 'content-type': type } });
  expect((await post('{')).json.code).toBe('body.unreadable');
  expect((await post('{"subject":"\\u0000"}')).json.code).toBe('body.unreadable');
  expect((await post('subject=x', 'application/x-www-form-urlencoded')).status).toBe(415);
  expect((await post(`"${'x'.repeat(3 * 1024 * 1024)}"`)).status).toBe(413);
  expect((await post('[]')).status).toBe(422);
});

test('a method that an address does not know is refused with those that it does', async () => {
  const { call } = await apiWorld();
  const answer = await call('/tickets', { method: 'DELETE' });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, POST');
  expect(answer.json.code).toBe('method.not_allowed');
});

test('requests are counted per key, and refused beyond the limit with when to come back', async () => {
  const { admin, call } = await apiWorld();
  const quota = env().API_REQUESTS_PER_MINUTE;
  const { headers } = await call('/me');
  expect(headers.get('ratelimit-policy')).toBe(`"default";q=${quota};w=60`);
  expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${quota - 1};t=\\d+$`));
  const [row] = await listApiKeys(admin);
  await admin.db.rateLimit.updateMany({ where: { key: `api:${row?.id}` }, data: { points: quota } });
  const refused = await call('/me');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.json).toMatchObject({
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    code: 'rate.limited',
    'violated-policies': ['default'],
  });
  expect((await caller(await keyOf(admin, ['all']))('/me')).status).toBe(200);
});

test('a cursor of one list opens no other, and none can be made up', async () => {
  const { world, admin, call } = await apiWorld();
  await world.ticket(admin);
  await world.ticket(admin);
  const { nextCursor } = (await call('/tickets?limit=1')).json;
  expect((await call(`/tickets?limit=1&cursor=${nextCursor}`)).status).toBe(200);
  expect((await call(`/messages?cursor=${nextCursor}`)).status).toBe(422);
  expect((await call(`/tickets?sort=number&cursor=${nextCursor}`)).status).toBe(422);
  const made = Buffer.from('{"by":"2026-01-01T00:00:00Z","id":"x"}').toString('base64url');
  expect((await call(`/tickets?cursor=${made}.${nextCursor.split('.')[1]}`)).status).toBe(422);
});
