import type { Page } from '@playwright/test';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { newField } from '../../tests/features/fields/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

async function open(page: Page, path: string): Promise<void> {
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.ok());
  await page.goto(path);
  await live;
}

test('cards are moved by keys, by their menu and by the pointer, and what is refused goes back with the reason', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const made = [];
  for (const subject of ['Kettle', 'Toaster']) {
    made.push(await world.ticket(agent, { subject, tags: ['kitchen'] }));
    world.pass(60);
  }
  await newField(await world.member({ role: 'admin' }), {
    ...{ key: 'cause', names: { en: 'Cause' }, requirement: 'on_solve' },
  });
  for (const { ticketId } of made) await changeTicket(agent, { ticketId, status: 'open' });
  await signIn(agent);
  await open(page, `/${world.slug}/desk?view=open`);
  await page.getByRole('link', { name: 'Board by status' }).click();
  await expect(page).toHaveURL(/view=open&layout=board$/);
  const card = page.getByRole('link', { name: 'Kettle', exact: true });
  const said = page.getByRole('status').filter({ hasText: /Ticket|column/ });
  await expect(column(page, 'Open').getByRole('link')).toHaveText(['Toaster', 'Kettle']);
  await expect(column(page, 'Open').getByRole('heading', { level: 2 })).toContainText('2 tickets');
  await expectAccessible(page);

  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Toaster', exact: true })).toBeFocused({ timeout: 250 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await expect(card).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(column(page, 'Pending').getByRole('link')).toHaveText(['Kettle']);
  await expect(card).toBeFocused();
  await expect(said).toHaveText('Ticket 1001 is now: Pending');
  await expect
    .poll(() => world.db.ticket.count({ where: { workspaceId: world.workspaceId, status: 'pending' } }))
    .toBe(1);
  await expect(column(page, 'Pending').getByRole('heading', { level: 2 })).toContainText('1 ticket');

  // Solving needs a cause: the card goes back.
  await page.getByRole('button', { name: 'Move ticket 1001' }).click();
  await page.getByRole('menuitem', { name: 'Solved' }).click();
  await expect(page.getByText('1 ticket needs fields filled in before it is solved')).toBeVisible();
  await expect(said).toHaveText('Ticket 1001 stays: Pending');
  await expect(column(page, 'Pending').getByRole('link')).toHaveText(['Kettle']);
  await expect(column(page, 'Solved').getByRole('link')).toHaveCount(0);

  await card.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('link', { name: 'Toaster', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(said).toHaveText('There is no column to move to on this side.');

  await page.getByRole('listitem').filter({ hasText: 'Toaster' }).dragTo(column(page, 'On hold'));
  await expect(column(page, 'On hold').getByRole('link')).toHaveText(['Toaster']);
  await expect(said).toHaveText('Ticket 1002 is now: On hold');

  // What somebody else does is seen.
  const [first] = made;
  if (first) await changeTicket(agent, { ticketId: first.ticketId, status: 'open' });
  await expect(column(page, 'Open').getByRole('link')).toHaveText(['Kettle']);

  await card.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kettle');
  await page.getByRole('link', { name: /^Back to All open/ }).click();
  await expect(page).toHaveURL(/layout=board/);
});

test('a long column shows more on wish, and what is moved stays in sight; readers move nothing', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { workspaceId, db } = world;
  const { ticketId } = await world.ticket(agent, { subject: 'The oldest' });
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  await db.ticket.createMany({
    data: Array.from({ length: 45 }, (_, index) => ({
      ...{
        workspaceId,
        requesterId,
        id: world.system().newId(),
        number: 100 + index,
        subject: `Pending ${index}`,
      },
      ...{ channel: 'email' as const, status: 'pending' as const },
      ...{ createdAt: world.now(), updatedAt: world.now() },
      activityAt: new Date(world.now().getTime() + (index + 1) * 60_000),
    })),
  });
  await signIn(agent);
  await open(page, `/${world.slug}/desk?view=open&layout=board`);
  const pending = column(page, 'Pending');
  await expect(pending.getByRole('link')).toHaveCount(20);
  await expect(pending.getByRole('heading', { level: 2 })).toContainText('45 tickets');
  await pending.getByRole('button', { name: 'Show more' }).click();
  await expect(pending.getByRole('link')).toHaveCount(40);

  await page.getByRole('button', { name: /^Move ticket 1001$/ }).click();
  await page.getByRole('menuitem', { name: 'Pending' }).click();
  await expect(pending.getByRole('link', { name: 'The oldest' })).toBeVisible();
  await expect(pending.getByRole('heading', { level: 2 })).toContainText('46 tickets');
  await expect(pending.getByRole('link', { name: 'The oldest' })).toBeVisible();

  await signIn(await world.member({ role: 'light_agent' }), { locale: 'hu', theme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `/${world.slug}/desk?view=open&layout=board`);
  await expect(column(page, 'Válaszra vár').getByRole('link')).toHaveCount(20);
  await expect(page.getByRole('button', { name: /áthelyezése/ })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
});
