import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('the installation says that it is ready, and of what', async ({ request }) => {
  const answer = await request.get('/api/health');
  const { ready, checks } = await answer.json();
  // Another journey's mailbox may be gone by now; that is said, and is no reason to send nobody here.
  expect([answer.status(), ready]).toEqual([200, true]);
  for (const name of ['database', 'migrations', 'worker', 'disk']) {
    expect(checks[name], name).toMatchObject({ ok: true });
  }
  expect(Object.keys(checks)).toEqual([
    'database',
    'migrations',
    'worker',
    'mail',
    'queue',
    'clocks',
    'numbers',
    'disk',
  ]);
});

for (const [locale, title, theme] of [
  ['en', 'Health', 'light'],
  ['hu', 'Állapot', 'dark'],
  ['lv', 'Stāvoklis', 'light'],
] as const) {
  test(`an admin sees in ${locale} what works and what went wrong`, async ({ world, signIn, page }) => {
    const admin = await world.member({ role: 'admin' });
    await signIn(admin, { locale, theme });
    const { number } = await world.ticket(admin, { kind: 'public', subject: 'Kettle' });
    await world.db.outgoingMail.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { state: 'failed', lastError: '550 5.1.1 no such user' },
    });
    await page.goto(`/${world.slug}/admin/health`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expect(page.getByText(world.mailbox.address)).toBeVisible();
    const failed = page.getByRole('row').filter({ hasText: '550 5.1.1 no such user' });
    await expect(failed.getByRole('link')).toHaveAttribute('href', `/${world.slug}/desk/tickets/${number}`);
    await expectAccessible(page);
  });
}
