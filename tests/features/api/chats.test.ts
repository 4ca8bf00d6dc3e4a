import { expect, test } from 'vitest';
import { apiWorld } from './calls';

test('a chat is put on a site: made with its name alone, changed in part, and refused where it cannot hold', async () => {
  const { call } = await apiWorld();
  const made = await call('/chat-accounts', { method: 'POST', body: { name: 'Shop' } });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    name: 'Shop',
    enabled: true,
    publicKey: expect.stringMatching(/^pub_/),
    settings: { defaultLanguage: 'en', callMe: true },
  });
  const path = `/chat-accounts/${made.json.id}`;
  const body = {
    allowedOrigins: ['https://shop.example'],
    settings: { defaultLanguage: 'hu', texts: { greeting: { hu: 'Jó napot!' }, offline: {}, launcher: {} } },
  };
  const changed = await call(path, { method: 'PATCH', body });
  expect(changed.json).toEqual({
    ...made.json,
    allowedOrigins: body.allowedOrigins,
    settings: { ...made.json.settings, ...body.settings },
  });
  expect((await call(path)).json).toEqual(changed.json);
  expect((await call('/chat-accounts')).json.data).toEqual([changed.json]);
  const backwards = await call(path, { method: 'PATCH', body: { warnMinutes: 20 } });
  expect([backwards.status, backwards.json.code]).toEqual([422, 'input.invalid']);
  const nowhere = await call(path, { method: 'PATCH', body: { allowedOrigins: ['shop'] } });
  expect(nowhere.status).toBe(422);
  const unknown = await call(path, { method: 'PATCH', body: { colour: 'red' } });
  expect(unknown.status).toBe(422);
  const taken = await call('/chat-accounts', { method: 'POST', body: { name: 'Shop' } });
  expect(taken.json.code).toBe('name.taken');
  expect((await call(path)).json).toEqual(changed.json);
});
