import { expect, test } from 'vitest';
import { newCategory } from '../knowledge/support';
import { apiWorld, caller, keyOf } from './calls';

test('an article is begun, translated, published, found and archived by programs', async () => {
  const { world, admin, call } = await apiWorld();
  const endpointId = admin.newId();
  await world.db.webhookEndpoint.create({
    data: {
      workspaceId: world.workspaceId,
      id: endpointId,
      name: 'Site',
      url: 'https://site.example/hook',
      types: ['article.published', 'article.withdrawn'],
      sealedSecret: 'sealed',
      createdAt: world.now(),
      updatedAt: world.now(),
    },
  });
  const categoryId = await newCategory(admin);
  const body = { locale: 'en', title: 'How to descale a kettle', html: '<p>Use vinegar.</p>', categoryId };
  const made = await call('/articles', { method: 'POST', body });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ audience: 'public', categoryId, ownerId: null });
  const { id } = made.json;
  const at = `/articles/${id}/translations`;
  const words = { title: 'A vízforraló vízkőtelenítése', html: '<p>Ecettel.</p><script>x()</script>' };
  const written = await call(`${at}/hu`, { method: 'PATCH', body: words });
  expect(written.json.texts).toMatchObject([
    { locale: 'en', state: 'draft', liveRevision: null },
    { locale: 'hu', title: words.title, html: '<p>Ecettel.</p>', sourceRevision: 1 },
  ]);
  const old = { ...words, title: 'Más', version: 1 };
  expect(await call(`${at}/hu`, { method: 'PATCH', body: old })).toMatchObject({ status: 409 });
  for (const locale of ['en', 'hu']) {
    expect((await call(`${at}/${locale}/steps`, { method: 'POST', body: { step: 'publish' } })).status).toBe(
      200,
    );
  }
  const end = { step: 'schedule_archive', at: '2027-01-31T12:00:00.000Z' };
  const ending = await call(`${at}/en/steps`, { method: 'POST', body: end });
  expect(ending.json.texts[0]).toMatchObject({ locale: 'en', state: 'published', archiveAt: end.at });
  const past = { ...end, at: '2020-01-31T12:00:00.000Z' };
  expect((await call(`${at}/hu/steps`, { method: 'POST', body: past })).status).toBe(422);
  const found = await call('/article-search?locale=hu&q=v%C3%ADzk%C5%91');
  expect(found.json.data).toMatchObject([{ articleId: id, title: words.title, audience: 'public' }]);
  expect((await call('/articles?locale=hu&state=published')).json.data).toMatchObject([{ id }]);
  expect((await call(`${at}/hu/steps`, { method: 'POST', body: { step: 'archive' } })).status).toBe(200);
  expect((await call('/article-search?locale=hu&q=v%C3%ADzk%C5%91')).json.data).toEqual([]);
  const told = await world.db.webhookDelivery.findMany({
    where: { workspaceId: world.workspaceId, endpointId },
    orderBy: { createdAt: 'asc' },
    select: { type: true, body: true },
  });
  expect(told.map(({ type }) => type).sort()).toEqual([
    'article.published',
    'article.published',
    'article.withdrawn',
  ]);
  expect(JSON.parse(told[0]?.body ?? '').data.article).toMatchObject({ id, audience: 'public' });
  expect(
    (await call(`/articles/${id}`, { method: 'PATCH', body: { reviewOn: '2027-01-31' } })).json,
  ).toMatchObject({
    reviewOn: '2027-01-31',
    categoryId,
  });
  const { call: stranger } = await apiWorld();
  expect((await stranger(`/articles/${id}`)).status).toBe(404);
  expect((await stranger(`${at}/en/steps`, { method: 'POST', body: { step: 'archive' } })).status).toBe(404);
  expect((await stranger(`/articles/${id}`, { method: 'DELETE' })).status).toBe(404);
  const reader = caller(await keyOf(admin, ['knowledge:read']));
  expect((await reader(`/articles/${id}`)).status).toBe(200);
  expect((await reader(`/articles/${id}`, { method: 'DELETE' })).status).toBe(403);
  expect((await call(`/articles/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/articles/${id}`)).status).toBe(404);
});

test('pages of articles go on without gaps, and categories keep what is not named', async () => {
  const { call } = await apiWorld();
  for (const title of ['One', 'Two', 'Three']) {
    await call('/articles', { method: 'POST', body: { locale: 'en', title } });
  }
  const first = await call('/articles?limit=2');
  const second = await call(`/articles?limit=2&cursor=${first.json.nextCursor}`);
  const titles = [...first.json.data, ...second.json.data].map(({ title }: { title: string }) => title);
  expect([titles.sort(), second.json.nextCursor]).toEqual([['One', 'Three', 'Two'], null]);
  const names = { en: { name: 'Repairs', description: '' } };
  const made = await call('/article-categories', { method: 'POST', body: { names } });
  expect(made.json).toMatchObject({ names, parentId: null });
  const below = await call('/article-categories', {
    method: 'POST',
    body: { names: { lv: { name: 'Tējkannas' } }, parentId: made.json.id },
  });
  const both = { ...names, hu: { name: 'Javítás', description: '' } };
  const path = `/article-categories/${below.json.id}`;
  expect((await call(path, { method: 'PATCH', body: { names: both } })).json).toMatchObject({
    names: both,
    parentId: made.json.id,
  });
  expect((await call(`/article-categories/${made.json.id}`, { method: 'DELETE' })).status).toBe(409);
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
  const { call: stranger } = await apiWorld();
  const taken = { method: 'PATCH', body: { names } } as const;
  expect((await stranger(`/article-categories/${made.json.id}`, taken)).status).toBe(404);
});

test('what is promised by itself is read and changed; what is absent stays', async () => {
  const { call } = await apiWorld();
  const before = (await call('/promise-settings')).json;
  const texts = [{ locale: 'hu', about: 'answer', text: 'Késünk: {{promise.answer_by}}' }];
  const changed = await call('/promise-settings', { method: 'PATCH', body: { riskPercent: 60, texts } });
  expect(changed.json).toEqual({ ...before, riskPercent: 60, texts });
  const back = { texts: [{ ...texts[0], text: '' }] };
  expect((await call('/promise-settings', { method: 'PATCH', body: back })).json.texts).toEqual([]);
  expect((await call('/promise-settings', { method: 'PATCH', body: { roundMinutes: 7 } })).status).toBe(422);
});
