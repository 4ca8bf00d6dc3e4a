import { expect, test } from 'vitest';
import { apiWorld } from './calls';

const open = { field: 'status', operator: 'is_any_of', values: ['new', 'open'] };
const kettle = { field: 'subject', operator: 'contains', values: ['kettle'] };
const ticket = (subject: string, priority: string) => ({
  method: 'POST' as const,
  body: { subject, requester: { email: 'anna@customer.test' }, text: 'Broken.', priority },
});

test('views are made, read, changed and deleted, and their tickets come page by page', async () => {
  const { call } = await apiWorld();
  const numbers: number[] = [];
  for (const [index, priority] of ['low', 'urgent', 'high'].entries()) {
    numbers.push((await call('/tickets', ticket(`Kettle ${index}`, priority))).json.number);
  }
  await call('/tickets', ticket('Cup', 'low'));
  const body = { name: 'Kettles', conditions: { all: [open, kettle] }, sort: 'priority', groupBy: 'status' };
  const made = await call('/views', { method: 'POST', body });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ ...body, audience: 'everyone', version: 1 });
  const { id } = made.json;
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/views/${id}/tickets?limit=1${cursor ? `&cursor=${cursor}` : ''}`;
    const page = (await call(path)).json;
    seen.push(...page.data.map((row: { number: number }) => row.number));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual([numbers[1], numbers[2], numbers[0]]);
  expect((await call('/view-counts')).json.data).toEqual([{ id, count: 3, atLeast: false }]);

  const changed = await call(`/views/${id}`, {
    method: 'PATCH',
    body: { name: 'All kettles', groupBy: null },
  });
  expect(changed.json).toMatchObject({ name: 'All kettles', groupBy: null, sort: 'priority', version: 2 });
  expect((await call('/views')).json.data).toHaveLength(1);
  expect((await call(`/views/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/views/${id}`)).status).toBe(404);
  expect((await call(`/views/${id}/tickets`)).status).toBe(404);
});

test('what would read every ticket is refused, and so is what makes no sense', async () => {
  const { call } = await apiWorld();
  const refused = async (conditions: unknown) => {
    const answer = await call('/views', { method: 'POST', body: { name: 'x', conditions } });
    expect(answer.status).toBe(422);
    return answer.json.code;
  };
  expect(await refused(kettle)).toBe('view.scans');
  expect(await refused({ all: [] })).toBe('view.scans');
  expect(await refused({ ...open, operator: 'contains' })).toBe('input.invalid');
  expect(await refused({ field: 'createdOn', operator: 'within', values: ['someday'] })).toBe(
    'input.invalid',
  );
});

test('an exported file brings the views to another workspace, by the names of what they point at', async () => {
  const [here, there] = [await apiWorld(), await apiWorld()];
  const tag = await here.call('/tags', { method: 'POST', body: { name: 'vip' } });
  const red = { field: 'tagIds', operator: 'has_any_of', values: [tag.json.id] };
  const mine = { field: 'assigneeId', operator: 'is_any_of', values: ['me'] };
  await here.call('/views', { method: 'POST', body: { name: 'VIP', conditions: { any: [red, mine] } } });
  const file = (await here.call('/view-export')).json;
  expect(file).toMatchObject({ kalauz: 'views', format: 1, names: { [tag.json.id]: 'vip' } });

  const missing = await there.call('/view-import', { method: 'POST', body: file });
  expect(missing.status).toBe(422);
  expect(missing.json.errors).toMatchObject([{ field: 'views.0.conditions.tagIds' }]);
  expect((await there.call('/views')).json.data).toEqual([]);
  const other = await there.call('/tags', { method: 'POST', body: { name: 'vip' } });
  const taken = await there.call('/view-import', { method: 'POST', body: file });
  expect(taken.status).toBe(201);
  const [viewId] = taken.json.viewIds;
  expect((await there.call(`/views/${viewId}`)).json.conditions).toEqual({
    any: [{ ...red, values: [other.json.id] }, mine],
  });
  const wide = { ...file, views: [file.views[0], { ...file.views[0], conditions: kettle }] };
  const refused = await there.call('/view-import', { method: 'POST', body: wide });
  expect(refused.json.errors).toMatchObject([{ field: 'views.1.conditions' }]);
  expect((await there.call('/views')).json.data).toHaveLength(1);
});
