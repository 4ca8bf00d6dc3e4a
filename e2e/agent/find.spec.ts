import type { Page } from '@playwright/test';
import { indexTicket } from '@/features/search/jobs';
import type { StaffContext } from '@/server/context';
import { expect, test } from '../support/test';

/** Opens a page and waits until it hears of changes, and therefore of keys as well. */
async function open(page: Page, path: string): Promise<void> {
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.ok());
  await page.goto(path);
  await live;
}

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
  return { admin, kettle };
}

test('in the reader’s language: what is not understood is told part by part', async ({
  page,
  world,
  signIn,
}) => {
  const { admin } = await desk(world);
  await signIn(admin, { locale: 'hu' });
  await open(page, `/${world.slug}/desk?q=${encodeURIComponent('állapot:nyitot címke:semmi')}`);
  await expect(page.getByText('Ez a keresés nem érthető')).toBeVisible();
  await expect(page.getByText(/Erre gondolt: nyitott/)).toBeVisible();
  await open(page, `/${world.slug}/desk?q=${encodeURIComponent('állapot:új címke:refund')}`);
  await expect(page.getByRole('link', { name: 'Kettle refund', exact: true })).toBeVisible();
});
