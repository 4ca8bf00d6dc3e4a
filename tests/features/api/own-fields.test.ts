import { expect, test } from 'vitest';
import { newField } from '../fields/support';
import { apiWorld } from './calls';

test('customers and organizations carry their own fields, written by short name and read back', async () => {
  const { call, admin } = await apiWorld();
  await newField(admin, { entity: 'customer', key: 'shoe_size', kind: 'number' });
  await newField(admin, { entity: 'organization', key: 'contract', kind: 'text' });
  const made = await call('/customers', {
    method: 'POST',
    body: { name: 'Anna', email: 'anna@x.test', fields: { shoe_size: 38.5 } },
  });
  expect([made.status, made.json.fields]).toEqual([201, { shoe_size: 38.5 }]);
  const at = `/customers/${made.json.id}`;
  const wrong = await call(at, { method: 'PATCH', body: { note: 'Lost?', fields: { shoe_size: 'big' } } });
  expect([wrong.status, wrong.json.code]).toEqual([422, 'input.invalid']);
  expect((await call(at)).json).toMatchObject({ note: '', fields: { shoe_size: 38.5 } });
  expect((await call(at, { method: 'PATCH', body: { note: 'Kept' } })).json.fields).toEqual({
    shoe_size: 38.5,
  });
  expect((await call(at, { method: 'PATCH', body: { fields: { shoe_size: null } } })).json.fields).toEqual(
    {},
  );

  const firma = await call('/organizations', {
    method: 'POST',
    body: { name: 'Firma', fields: { contract: 'Gold' } },
  });
  expect([firma.status, firma.json.fields]).toEqual([201, { contract: 'Gold' }]);
  const changed = await call(`/organizations/${firma.json.id}`, {
    method: 'PATCH',
    body: { fields: { contract: 'Silver' } },
  });
  expect(changed.json).toMatchObject({ name: 'Firma', fields: { contract: 'Silver' } });
  const unknown = { method: 'PATCH', body: { fields: { shoe_size: 1 } } } as const;
  expect((await call(`/organizations/${firma.json.id}`, unknown)).status).toBe(422);
  expect((await call('/organizations')).json.data).toMatchObject([{ fields: { contract: 'Silver' } }]);
});
