import { saveQueue } from '@/features/routing/commands/save-queue';
import { queueInput } from '@/features/routing/inputs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

for (const { locale, workload, next } of [
  { locale: 'hu', workload: 'Terhelés', next: 'Jegyet kérek' },
  { locale: 'lv', workload: 'Noslodze', next: 'Ņemt nākamo' },
] as const) {
  test(`on a phone the next ticket is taken from the menu, and the workload fits (${locale})`, async ({
    page,
    world,
    signIn,
  }) => {
    const teamId = await world.team('Megrendelések és kiszállítások országosan');
    const owner = await world.member({
      role: 'owner',
      name: 'Farkas-Wolfensberger Dóra Magdolna',
      teamIds: [teamId],
    });
    await saveQueue(owner, queueInput.parse({ teamId, mode: 'pull' }));
    const subject = 'Megszentségteleníthetetlenségeskedéseitekért '.repeat(3).trim();
    await world.ticket(owner, { teamId, subject });
    await world.ticket(owner, { teamId, subject: 'Kanna' });
    await signIn(owner, { locale });
    await page.goto(`/${world.slug}/workload`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(workload);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBe(0);
    await expectAccessible(page);
    for (const path of ['admin/routing', 'me']) {
      await page.goto(`/${world.slug}/${path}`);
      expect(await overflow()).toBe(0);
      await expectAccessible(page);
    }
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: next }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Megszentségtelen');
    expect(await overflow()).toBe(0);
  });
}
