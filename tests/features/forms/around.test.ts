import { expect, test } from 'vitest';
import { GET } from '@/app/form/[key]/articles/route';
import { usualItems } from '@/domain/form/form';
import { shownForm } from '@/features/forms/form-rows';
import { formPage } from '@/features/forms/page/form-page';
import { getForm } from '@/features/forms/queries';
import { listMisses } from '@/features/knowledge/queries-gaps';
import { liveArticle } from '../knowledge/support';
import { formWorld } from './support';

test('offers articles for what is typed, on any page, and counts the visit to what is sent after all', async () => {
  const { world, owner, sent, open, formId } = await formWorld();
  await liveArticle(owner, { title: 'How to descale a kettle' });
  await liveArticle(owner, { title: 'How we descale kettles', audience: 'internal' });
  const key = (await getForm(owner, formId))?.form?.publicKey ?? '';
  const find = async (q: string, visit = '') => {
    const query = new URLSearchParams({ language: 'en', q, visit });
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0' };
    const request = new Request(`http://help.test/form/${key}/articles?${query}`, { headers });
    return GET(request, { params: Promise.resolve({ key }) });
  };
  const found = await find('descale kettle');
  expect(found.headers.get('access-control-allow-origin')).toBe('*');
  const { articles, visit } = await found.json();
  expect(articles).toMatchObject([{ title: 'How to descale a kettle', url: expect.stringMatching(/^http/) }]);
  expect((await find('x'.repeat(2))).status).toBe(200);
  const page = await formPage({
    form: (await shownForm(world.db, key)) as never,
    ...{ locale: 'hu', embedded: true, id: owner.newId(), at: world.now() },
  });
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(await page.text()).toContain(`data-answers="/form/${key}/articles?language=hu"`);
  await sent({ visit });
  expect(await world.db.helpSession.findMany({ where: { workspaceId: world.workspaceId } })).toMatchObject([
    { ticketId: expect.any(String), customerId: expect.any(String) },
  ]);
  expect(await open()).not.toBe('');
  const nowhere = { params: Promise.resolve({ key: 'form_x' }) };
  expect((await GET(new Request('http://help.test/form/form_x/articles?q=kettle'), nowhere)).status).toBe(
    404,
  );
});

test('keeps what was agreed to among the consents of the customer, with the words, and that the address is not proven', async () => {
  const consent = {
    key: 'offers',
    kind: 'consent',
    value: 'marketing',
    labels: { hu: 'Kérek ajánlatokat.' },
  };
  const privacy = { key: 'privacy', kind: 'consent', required: true };
  const { world, sent } = await formWorld({ items: [...usualItems(), consent, privacy] });
  const { db, workspaceId } = world;
  await sent({ privacy: 'true' });
  await sent({ privacy: 'true', offers: 'true' });
  const lines = await db.customerConsent.findMany({ where: { workspaceId }, orderBy: { at: 'asc' } });
  expect(lines.map(({ kind, given, source }) => [kind, given, source]).toSorted()).toEqual([
    ['marketing', true, 'Questions'],
    ['privacy', true, 'Questions'],
    ['privacy', true, 'Questions'],
  ]);
  expect(lines.find(({ kind }) => kind === 'marketing')?.note).toBe(
    'Kérek ajánlatokat. · megadott cím: eva@customer.test, nem igazolt',
  );
});

test('what is asked in a form and no article answers is a search in vain; what one answers is not, nor where nothing is published', async () => {
  const { world, owner, sent } = await formWorld();
  const missed = async () => (await listMisses(owner)).rows.map(({ text, locale }) => `${locale} ${text}`);
  await sent({ subject: 'Hol a csomagom?' });
  expect(await missed()).toEqual([]);
  await liveArticle(owner, { title: 'Vízkőtelenítés', locale: 'hu' });
  await sent({ subject: 'Hol a csomagom?' });
  await sent({ subject: 'A vízkőtelenítésről' });
  await liveArticle(owner, { title: 'Csomagkövetés', locale: 'hu', audience: 'internal' });
  await sent({ subject: 'Hol van a csomagom' });
  expect(await missed()).toEqual(['hu Hol van a csomagom']);
  expect(await world.db.searchMiss.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});
