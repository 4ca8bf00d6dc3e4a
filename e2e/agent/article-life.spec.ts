import type { Page } from '@playwright/test';
import { archiveDue } from '@/features/knowledge/commands/archive-due';
import { publishDue } from '@/features/knowledge/commands/publish-due';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { newArticle } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { mailsTo } from '../support/mails';
import { expect, test } from '../support/test';

const DAY = 86_400_000;

/** So many days from now at ten o'clock, as a field of date and time takes it. */
const inDays = (days: number) => `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T10:00`;

async function chooseHour(page: Page, button: string, hours: readonly (readonly [string, string | null])[]) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: button });
  for (const [hour, refused] of hours) {
    await dialog.getByLabel('When').fill(hour);
    await dialog.getByRole('button', { name: /then$/ }).click();
    if (refused) await expect(dialog.getByText(refused)).toBeVisible();
  }
  await expect(dialog).toBeHidden();
}

async function retype(page: Page, words: string) {
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.press('ControlOrMeta+a');
  await text.press('Delete');
  await text.pressSequentially(words);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

const standing = (page: Page) => page.getByRole('region', { name: 'What happens next with this text' });

test('an article is made of an answered ticket in one step, published, and answers the next one', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const manager = await world.member({ role: 'manager', name: 'Mara Ozola' });
  const question = '<p>My kettle is full of scale. Call me: +371 20 000 000.</p>';
  const told = { subject: 'How do I descale it?', language: 'en', html: question };
  const first = await world.ticket(manager, told);
  const html = '<p>Fill it with vinegar and let it stand.</p>';
  const answer = replyInput.parse({ ticketId: first.ticketId, html, submitAs: 'solved' });
  expect((await replyToTicket(manager, answer)).ok).toBe(true);
  const email = `edgars@${world.slug}.test`;
  const second = await world.ticket(manager, { requester: { email, name: 'Edgars Kalns' }, language: 'en' });
  await signIn(manager);
  await openLive(page, `/${world.slug}/desk/tickets/${first.number}`);
  await page.getByRole('button', { name: 'Write an article from this ticket' }).click();
  await expect(page).toHaveURL(/\/knowledge\/[0-9a-f-]{36}/);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('How do I descale it?');
  const text = page.getByRole('textbox', { name: 'Text' });
  await expect(text).toContainText('My kettle is full of scale.');
  await expect(text).toContainText('Fill it with vinegar and let it stand.');
  await expect(text).toContainText('Take out before publishing');
  await retype(page, 'Fill it with vinegar, wait, and rinse it twice.');
  await page.getByLabel('Who may read it').selectOption('public');
  await expect(page.getByText('Everybody, in the help centre.')).toBeVisible();
  await standing(page).getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(standing(page).getByText('Published', { exact: true })).toBeVisible();
  const article = page.url();

  await page.goto(`/${world.slug}/desk/tickets/${second.number}`);
  const articles = page.getByRole('region', { name: 'Articles' });
  await articles.getByRole('searchbox').fill('descale');
  await articles.getByRole('button', { name: 'Insert link' }).click();
  const reply = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(reply.getByRole('link', { name: 'How do I descale it?' })).toBeVisible();
  await page.getByRole('button', { name: /^Send as/ }).click();
  await expect
    .poll(async () => (await mailsTo(email)).at(-1)?.message.html ?? '', { timeout: 40_000 })
    .toMatch(/\/en\/articles\/how-do-i-descale-it/);
  await page.goto(`${article.replace(/\?.*/, '')}/readers`);
  await expect(page.getByRole('link', { name: new RegExp(`#${second.number}`) })).toBeVisible();
  await expect(page.getByText('sent in an answer')).toBeVisible();
});

test('an article comes and goes by its hours; its revisions are compared and one is put back', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const manager = await world.member({ role: 'manager', name: 'Mara Ozola' });
  const { articleId } = await newArticle(manager, { title: 'Prices of this winter' });
  const later = (days: number) => ({ ...manager, now: () => new Date(Date.now() + days * DAY) });
  const address = `/help/${world.slug}/en/articles/prices-of-this-winter`;
  const reader = async () => (await page.request.get(address)).status();
  const article = `/${world.slug}/knowledge/${articleId}`;
  await signIn(manager);
  await page.goto(article);
  await chooseHour(page, 'Publish later', [
    [inDays(-1), 'Choose a time that is still to come.'],
    [inDays(2), null],
  ]);
  await expect(standing(page).getByText(/^To be published/)).toBeVisible();
  await chooseHour(page, 'Archive later', [
    [inDays(1), 'It has to be published before it is archived.'],
    [inDays(5), null],
  ]);
  await expect(standing(page).getByText(/^To be archived/)).toBeVisible();
  await expectAccessible(page);
  expect(await reader()).toBe(404);
  await publishDue(later(3), world.workspaceId);
  await expect.poll(reader).toBe(200);
  await page.goto(article);
  await expect(standing(page).getByText('Published', { exact: true })).toBeVisible();
  await expect(standing(page).getByText(/^To be archived/)).toBeVisible();

  await retype(page, 'Send it back within 30 days.');
  await standing(page).getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(standing(page).getByText('Unpublished changes')).toBeHidden();
  await page.getByRole('link', { name: 'Revisions' }).click();
  await expect(page.getByText('Revision 1 and revision 2')).toBeVisible();
  await expect(page.locator('del')).toContainText('14');
  await expect(page.locator('ins')).toContainText('30');
  await page.getByRole('button', { name: 'Restore this revision' }).click();
  await expect(page.getByText('Revision 1 stands there again')).toBeVisible();
  await page.goto(article);
  await expect(page.getByRole('textbox', { name: 'Text' })).toContainText('Send it back within 14 days.');
  await expect(standing(page).getByText('Unpublished changes')).toBeVisible();

  await archiveDue(later(6), world.workspaceId);
  await expect.poll(reader).toBe(404);
  await page.goto(article);
  await expect(standing(page).getByText('Archived', { exact: true })).toBeVisible();
  await expect(page.getByText('This text is archived. Bring it back to change it.')).toBeVisible();
  await page.goto(`/${world.slug}/knowledge`);
  await expect(page.getByRole('link', { name: 'Prices of this winter' })).toBeHidden();
  await page.goto(`/${world.slug}/knowledge?state=archived`);
  await page.getByRole('link', { name: 'Prices of this winter' }).click();
  await standing(page).getByRole('button', { name: 'Bring back' }).click();
  await expect(standing(page).getByText('Draft', { exact: true })).toBeVisible();
});
