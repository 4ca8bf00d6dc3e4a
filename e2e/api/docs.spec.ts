import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('the documentation can be read without signing in, searched by address, and followed from a problem', async ({
  page,
  request,
}) => {
  await page.goto('/api/v1/docs');
  await expect(page.getByRole('heading', { name: 'API documentation', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open a ticket' }).click();
  await expect(page.getByRole('heading', { name: 'Open a ticket' })).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'TicketList', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'WebhookDelivery' })).toBeHidden();
  await expectAccessible(page);

  await page.getByRole('searchbox').fill('post messages');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('heading', { name: 'Open a ticket' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 3, name: 'Answer a ticket, or add a note' })).toBeVisible();
  await expect(page.getByText(/curl -X POST .*\/api\/v1\/tickets\/1042\/messages/)).toBeVisible();

  const { type } = await (await request.get('/api/v1/tickets')).json();
  await page.goto(type);
  await expect(page.locator(':target')).toContainText('The API key is missing, unknown or revoked.');
});

for (const [locale, title] of [
  ['hu-HU', 'API-dokumentáció'],
  ['lv-LV', 'API dokumentācija'],
] as const) {
  test(`the documentation speaks ${locale}, also in the dark`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale, colorScheme: 'dark', baseURL: baseURL as string });
    const page = await context.newPage();
    await page.goto('/api/v1/docs?area=Calls');
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expectAccessible(page);
    await context.close();
  });
}

test('an address that the API does not have is a problem and no page', async ({ request }) => {
  const answer = await request.get('/api/v1/no/such/thing', { headers: { 'accept-language': 'lv' } });
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect(answer.headers()['content-language']).toBe('lv');
});

test('files of many megabytes go through the web server whole', async ({ world, request }) => {
  const { createApiKey } = await import('@/features/api-keys/commands/create-api-key');
  const made = await createApiKey(await world.member({ role: 'admin' }), { name: 'Key', scopes: ['all'] });
  const headers = { authorization: `Bearer ${made.ok ? made.value.key : ''}` };
  const file = Buffer.alloc(20 * 1024 * 1024, 'kettle ');
  const upload = await request.post('/api/v1/attachments', {
    headers,
    multipart: { file: { name: 'nagy számla.txt', mimeType: 'text/plain', buffer: file } },
  });
  expect(upload.status()).toBe(201);
  const { id, name, size } = await upload.json();
  expect([name, size]).toEqual(['nagy számla.txt', file.length]);
  const back = await (await request.get(`/api/v1/attachments/${id}`, { headers })).body();
  expect(Buffer.compare(back, file)).toBe(0);
});
