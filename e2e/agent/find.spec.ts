import { indexTicket } from '@/features/search/jobs';
import type { StaffContext } from '@/server/context';
import { liveArticle } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

type World = Parameters<Parameters<typeof test>[2]>[0]['world'];

async function written(world: World, agent: StaffContext, over: Record<string, unknown>) {
  world.pass(60);
  const made = await world.ticket(agent, over);
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: made.ticketId });
  return made;
}

const BELA = { email: 'bela@customer.test', name: 'Nagy Béla' };

async function desk(world: World) {
  const admin = await world.member({ role: 'admin', name: 'Kiss Zsófia' });
  const kettle = await written(world, admin, { subject: 'Kettle refund', tags: ['refund'], requester: BELA });
  await written(world, admin, { subject: 'Kettle lid', tags: ['spare'] });
  await written(world, admin, { subject: 'Cup refund', tags: ['refund', 'vip'] });
  await liveArticle(admin, { title: 'Refund of a kettle' });
  return { admin, kettle };
}

test('by keyboard: words and conditions are typed with suggestions, and what was asked is kept as a view', async ({
  page,
  world,
  signIn,
}) => {
  const { admin } = await desk(world);
  await signIn(admin);
  await openLive(page, `/${world.slug}/desk?view=open`);
  const field = page.getByRole('combobox', { name: /^Search/ });
  await page.keyboard.press('/');
  await page.keyboard.type('kettle ta');
  await expect(page.getByRole('option', { name: 'tag:' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('kettle tag:');
  await page.keyboard.type('re');
  await expect(page.getByRole('option', { name: 'refund' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('kettle tag:refund ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Kettle refund', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kettle lid', exact: true })).toBeHidden();
  await expect(
    page.getByRole('region', { name: 'Articles' }).getByRole('link', { name: 'Refund of a kettle' }),
  ).toBeVisible();
  await expect(page.locator('mark', { hasText: 'Kettle' }).first()).toBeVisible();
  await expectAccessible(page);

  await field.fill('tag:refund from:bela');
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tag:refund from:bela');
  await page.getByRole('link', { name: 'Save as a view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Refunds of Béla');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds of Béla');
  await expect(page.getByRole('link', { name: 'Kettle refund', exact: true })).toBeVisible();

  await page.keyboard.press('/');
  await field.fill('');
  await expect(page.getByRole('option').first()).toHaveText('tag:refund from:bela');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tag:refund from:bela');
});

test('in the reader’s language: what is not understood is told part by part', async ({
  page,
  world,
  signIn,
}) => {
  const { admin } = await desk(world);
  await signIn(admin, { locale: 'hu' });
  await openLive(page, `/${world.slug}/desk?q=${encodeURIComponent('állapot:nyitot címke:semmi')}`);
  await expect(page.getByText('Ez a keresés nem érthető')).toBeVisible();
  await expect(page.getByText(/Erre gondolt: nyitott/)).toBeVisible();
  await openLive(page, `/${world.slug}/desk?q=${encodeURIComponent('állapot:új címke:refund')}`);
  await expect(page.getByRole('link', { name: 'Kettle refund', exact: true })).toBeVisible();
});
