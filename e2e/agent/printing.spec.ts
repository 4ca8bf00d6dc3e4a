import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

test('a ticket is put on paper by a key: without the frame of the desk, with notes only on wish', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent);
  const { ticketId, number } = await world.ticket(agent, { subject: 'Csöpög a kávégép', tags: ['kettle'] });
  await addNoteToTicket(agent, { ticketId, html: '<p>He is always late to pay.</p>' });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('Shift+P');
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: 'Csöpög a kávégép' })).toBeVisible();
  await expect(paper).toContainText('My kettle is broken.');
  await expect(paper).toContainText('anna@customer.test');
  await expect(paper).not.toContainText('late to pay');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'With notes' }).click();
  await expect(paper).toContainText('He is always late to pay.');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Back to the ticket' })).toBeHidden();
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(paper).toContainText('Kiss Zsófia');
  expect((await page.pdf()).byteLength).toBeGreaterThan(5_000);
  await page.emulateMedia({ media: null });
});

test('what goes on paper reads well on a phone and in the dark, and so does the history', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent, { locale: 'hu', theme: 'dark' });
  const { number } = await world.ticket(agent, { subject: 'Kettle' });
  await page.setViewportSize({ width: 390, height: 844 });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('Shift+H');
  await expect(page.getByRole('table', { name: 'Előzmények' })).toContainText('Létrehozta a jegyet', {
    ignoreCase: true,
  });
  await page.goto(`/${world.slug}/desk/tickets/${number}/print`);
  await expect(page.getByRole('heading', { name: 'Nyomtatás' })).toBeVisible();
  await expectAccessible(page);
  await signIn(agent, { locale: 'lv', theme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Drukāšana' })).toBeVisible();
});
