import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const body = { kind: 'api', name: 'Our app', settings: { url: 'https://app.test/kalauz' } };

test('a channel is connected, listed with its health and volume, changed and tried out', async () => {
  const { call } = await apiWorld();
  const made = await call('/channels', { method: 'POST', body });
  expect(made.status).toBe(201);
  const { id, address, settings } = made.json;
  expect(address).toContain('/api/inbound/api/');
  expect(settings).toMatchObject({
    url: 'https://app.test/kalauz',
    secret: expect.stringMatching(/^whsec_/),
  });
  const changed = await call(`/channels/${id}`, {
    method: 'PATCH',
    body: { name: 'Our shop', settings: { url: 'https://shop.test/hook' } },
  });
  expect(changed.json).toEqual({ id, address, settings: { ...settings, url: 'https://shop.test/hook' } });
  const tested = await call(`/channels/${id}/test`, { method: 'POST' });
  expect(tested.json).toMatchObject({ signedInAs: null, reason: expect.any(String) });
  const listed = await call('/channels');
  expect(listed.json.data.find((each: { id: string }) => each.id === id)).toMatchObject({
    channel: 'api',
    name: 'Our shop',
    health: 'failing',
    lastSevenDays: { received: 0, sent: 0, failed: 0 },
    held: 0,
  });
  expect((await call(`/channels/${id}`)).json).toMatchObject({ id, name: 'Our shop' });
});

test('a setting that cannot be right, and a channel that is not there, are refused', async () => {
  const { call } = await apiWorld();
  const wrong = { ...body, settings: { url: 'http://inside' } };
  expect((await call('/channels', { method: 'POST', body: wrong })).status).toBe(422);
  const nowhere = '/channels/0192f0c1-2345-7abc-8def-0123456789ab';
  expect((await call(nowhere)).status).toBe(404);
  expect((await call(nowhere, { method: 'PATCH', body: { name: 'x' } })).status).toBe(404);
  expect((await call(`${nowhere}/test`, { method: 'POST' })).status).toBe(404);
});
