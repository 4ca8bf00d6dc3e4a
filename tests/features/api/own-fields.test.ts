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

test('a ticket takes own fields; what is wrong with them and what is missing is said by name, in words', async () => {
  const { call, admin } = await apiWorld();
  const names = { en: 'Place of purchase', hu: 'A vásárlás helye' };
  await newField(admin, { key: 'place', names, requirement: 'on_solve' });
  await newField(admin, { key: 'amount', kind: 'number' });
  const body = { subject: 'Kettle', text: 'Broken', requester: { email: 'anna@x.test' } };
  const wrong = await call('/tickets', {
    method: 'POST',
    body: { ...body, fields: { amount: 'x', moon: 1 } },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.json.errors).toEqual([
    { in: 'body', field: 'fields.amount', code: 'not_number', detail: 'This is no number.' },
    { in: 'body', field: 'fields.moon', code: 'unknown', detail: 'No field in use is called so.' },
  ]);
  const made = await call('/tickets', { method: 'POST', body: { ...body, fields: { amount: 2.5 } } });
  expect([made.status, made.json.fields]).toEqual([201, { amount: 2.5 }]);
  const at = `/tickets/${made.json.number}`;
  const solve = {
    method: 'PATCH',
    body: { status: 'solved' },
    headers: { 'Accept-Language': 'hu' },
  } as const;
  const refused = await call(at, solve);
  expect([refused.status, refused.json]).toMatchObject([
    409,
    { code: 'ticket.fields_missing', missing: ['place'], detail: 'Előbb töltse ki: A vásárlás helye.' },
  ]);
  const answer = { kind: 'public', text: 'Done.', submitAs: 'solved' };
  const reply = await call(`${at}/messages`, { method: 'POST', body: answer });
  expect([reply.status, reply.json.missing]).toEqual([409, ['place']]);
  const both = { method: 'PATCH', body: { status: 'solved', fields: { place: 'Riga' } } } as const;
  expect((await call(at, both)).json).toMatchObject({ status: 'solved', fields: { place: 'Riga' } });
});
