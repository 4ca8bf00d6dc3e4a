import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('an agent writes and asks for review; a manager publishes; an agent translates beside the original', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Anna' });
  await signIn(agent);
  await page.goto(`/${world.slug}/knowledge`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New article' }).first().click();
  await page.getByLabel('Title').fill('How do I return an item?');
  await page.getByRole('button', { name: 'Begin writing' }).click();
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.click();
  await page.keyboard.type('Send it back within 30 days.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for review' }).click();
  await expect(page.getByText('In review')).toBeVisible();
  const address = page.url();
  await signIn(await world.member({ role: 'manager', name: 'Mara' }));
  await page.goto(address);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
  await signIn(agent);
  await page.goto(address);
  await page.getByRole('button', { name: 'Translate into Magyar' }).click();
  await expect(page.getByText('Original in English, revision 1')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('Hogyan küldhetem vissza?');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Revisions' }).click();
  await expectAccessible(page);
});
