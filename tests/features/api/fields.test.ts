import { expect, test } from 'vitest';
import { usualItems } from '@/domain/form/form';
import { newForm } from '../forms/support';
import { apiWorld } from './calls';

const order = {
  entity: 'ticket',
  key: 'order_number',
  kind: 'pattern',
  pattern: 'KT-\\d+',
  names: { en: 'Order number' },
  customerAccess: 'edit',
};

test('fields are added, changed, listed and archived, and tickets carry their values', async () => {
  const { call } = await apiWorld();
  const made = await call('/fields', { method: 'POST', body: order });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ ...order, archived: false });
  const body = { ...order, names: { en: 'Order', hu: 'Rendelés' } };
  const changed = await call(`/fields/${made.json.id}`, { method: 'PATCH', body });
  expect(changed.json.names).toEqual(body.names);
  const opened = await call('/tickets', {
    method: 'POST',
    body: { subject: 'x', requester: { email: 'a@b.test' }, text: 'x', fields: { order_number: 'KT-7' } },
  });
  expect(opened.json.fields).toEqual({ order_number: 'KT-7' });
  const wrong = await call(`/tickets/${opened.json.number}`, {
    method: 'PATCH',
    body: { fields: { order_number: 'x' } },
  });
  expect([wrong.status, wrong.json.code]).toEqual([422, 'input.invalid']);
  const found = await call('/tickets?field=order_number:KT-7');
  expect(found.json.data).toHaveLength(1);
  expect((await call(`/fields/${made.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/fields')).json.data).toMatchObject([{ id: made.json.id, archived: true }]);
  const unsafe = await call('/fields', { method: 'POST', body: { ...order, key: 'k', pattern: '(a+)+' } });
  expect(unsafe.status).toBe(422);
});

test('forms are listed and sent for somebody, with the same questions as on a page', async () => {
  const { call, admin: ctx } = await apiWorld();
  const made = await call('/fields', { method: 'POST', body: order });
  const item = { key: 'order', kind: 'field', fieldId: made.json.id, required: true };
  const id = await newForm(ctx, { items: [...usualItems(), item] });
  const body = { email: 'eva@customer.test', message: 'It leaks.', language: 'hu' };
  const refused = await call(`/forms/${id}/submissions`, { method: 'POST', body });
  expect([refused.status, refused.json.code]).toEqual([422, 'input.invalid']);
  const sent = await call(`/forms/${id}/submissions`, {
    method: 'POST',
    body: { ...body, values: { order: 'KT-1' } },
  });
  expect(sent.status).toBe(201);
  expect((await call(`/tickets/${sent.json.number}`)).json).toMatchObject({
    channel: 'web',
    language: 'hu',
    fields: { order_number: 'KT-1' },
  });
  const test = { method: 'POST', body: { email: 'shop@app.test' } } as const;
  const tried = await call(`/forms/${id}/test`, test);
  expect((await call(`/tickets/${tried.json.number}`)).json).toMatchObject({
    channel: 'web',
    tags: ['test'],
  });
  expect((await call('/forms')).json.data).toMatchObject([{ id, processed: 2, held: 0 }]);
  expect((await call(`/forms/${ctx.newId()}/submissions`, { method: 'POST', body })).status).toBe(404);
});

test('a form is made, read, changed as a whole and switched off', async () => {
  const { call } = await apiWorld();
  const field = await call('/fields', { method: 'POST', body: order });
  const own = { key: 'order', kind: 'field', fieldId: field.json.id, required: true };
  const words = { en: { title: 'Repairs' }, hu: { title: 'Javítások' }, lv: { title: 'Remonts' } };
  const body = { name: 'Repairs', texts: words, items: [...usualItems(), own] };
  const made = await call('/forms', { method: 'POST', body });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    name: 'Repairs',
    enabled: true,
    address: expect.stringContaining('/form/'),
  });
  const path = `/forms/${made.json.id}`;
  const { id: _, address, ...form } = (await call(path)).json;
  expect(form.items).toHaveLength(body.items.length);
  const changed = await call(path, { method: 'PATCH', body: { ...form, tags: ['Repair'], enabled: false } });
  expect(changed.json).toMatchObject({ address, tags: ['repair'], enabled: false, texts: { hu: words.hu } });
  const off = { email: 'eva@customer.test', message: 'x', values: { order: 'KT-1' } };
  expect((await call(`${path}/submissions`, { method: 'POST', body: off })).status).toBe(404);
  const nothingAsked = await call(path, { method: 'PATCH', body: { ...form, items: [own] } });
  expect([nothingAsked.status, nothingAsked.json.code]).toEqual([422, 'input.invalid']);
  const twice = await call('/forms', { method: 'POST', body });
  expect(twice.json.code).toBe('name.taken');
  expect((await call(path)).json.items).toHaveLength(body.items.length);
});
