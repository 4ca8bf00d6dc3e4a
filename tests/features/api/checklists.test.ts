import { expect, test } from 'vitest';
import { apiWorld } from './calls';

test('a checklist is put on a ticket, ticked off and taken away; while it is open the ticket is not solved', async () => {
  const { call } = await apiWorld();
  const requester = { email: 'anna@customer.test', name: 'Anna Ozola' };
  await call('/tickets', { method: 'POST', body: { subject: 'Kettle', requester, text: 'Broken.' } });
  const body = { title: 'Repair', required: true, items: ['Photo'] };
  const made = await call('/tickets/1001/checklists', { method: 'POST', body });
  expect(made.status).toBe(201);
  const [{ id }] = made.json.items;
  const solved = await call('/tickets/1001', { method: 'PATCH', body: { status: 'solved' } });
  expect(solved.json).toMatchObject({
    ...{ status: 409, code: 'ticket.checklist_open', missing: [id] },
  });
  expect(solved.json.detail).toContain('Photo');
  const ticked = await call(`/checklist-items/${id}`, { method: 'PATCH', body: { done: true } });
  expect(ticked.json.items).toMatchObject([{ text: 'Photo', doneAt: expect.any(String) }]);
  const path = `/checklists/${made.json.id}`;
  const more = await call(`${path}/items`, { method: 'POST', body: { text: 'Part', position: 0 } });
  expect(more.json.items.map(({ text }: { text: string }) => text)).toEqual(['Part', 'Photo']);
  expect((await call(`/checklist-items/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/tickets/1001/checklists')).json.data).toMatchObject([{ items: [{ text: 'Part' }] }]);
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
});

test('templates are kept by the API, and a ticket starts with one', async () => {
  const { call } = await apiWorld();
  const requester = { email: 'anna@customer.test', name: 'Anna Ozola' };
  await call('/tickets', { method: 'POST', body: { subject: 'Kettle', requester, text: 'Broken.' } });
  const body = { name: 'Repair', items: ['Photo', 'Part'] };
  const made = await call('/checklist-templates', { method: 'POST', body });
  expect(made).toMatchObject({ status: 201, json: { ...body, required: false } });
  const path = `/checklist-templates/${made.json.id}`;
  const changed = await call(path, { method: 'PATCH', body: { required: true } });
  expect(changed.json).toMatchObject({ ...body, required: true });
  const on = { method: 'POST', body: { templateId: made.json.id } } as const;
  expect((await call('/tickets/1001/checklists', on)).json).toMatchObject({
    ...{ title: 'Repair', required: true, items: [{ text: 'Photo' }, { text: 'Part' }] },
  });
  const nameless = await call('/tickets/1001/checklists', { method: 'POST', body: {} });
  expect(nameless.json).toMatchObject({ code: 'input.invalid' });
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
  expect((await call('/checklist-templates')).json.data).toEqual([]);
});
