import { changeArticle } from '@/features/knowledge/commands/change-article';
import { liveArticle, newArticle, newCategory, step } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('who is asked for a review hears of it, opens the article, and then puts the articles of its category in order', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager', name: 'Mara Ozola' });
  const agent = await world.member({ name: 'Anna Kiss' });
  const categoryId = await newCategory(manager);
  for (const title of ['Parcel lockers', 'Opening hours']) await liveArticle(manager, { title, categoryId });
  const { articleId, translationId } = await newArticle(agent, { title: 'Return an item', categoryId });
  await changeArticle(agent, { articleId, reviewerId: manager.actor.id });
  await step(agent, translationId, 'submit');
  await signIn(manager);
  await page.goto(`/${world.slug}/notifications`);
  const bell = page
    .getByRole('complementary', { name: 'Desk' })
    .getByRole('link', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName(/1 new/);
  await expect(page.getByText('Anna Kiss asks for a review (English).')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Return an item' }).click();
  await expect(page.getByRole('combobox', { name: 'Reviewer' })).toHaveValue(manager.actor.id ?? '');
  await expect(bell).toHaveAccessibleName('Notifications');

  await page.goto(`/${world.slug}/knowledge/categories`);
  await page.getByRole('link', { name: 'Delivery', exact: true }).click();
  const lines = page.getByRole('list', { name: 'Articles in their order' }).getByRole('listitem');
  await expect(lines).toHaveText([/Opening hours/, /Parcel lockers/, /Return an item/]);
  await expectAccessible(page);
  const up = page.getByRole('button', { name: 'Move Parcel lockers up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText([/Parcel lockers/, /Opening hours/, /Return an item/]);
  await lines.nth(2).locator('[draggable=true]').dragTo(lines.nth(0));
  await expect(lines).toHaveText([/Return an item/, /Parcel lockers/, /Opening hours/]);
  await expect(async () => {
    await page.goto(`/help/${world.slug}/en/categories/delivery`);
    const links = page.getByRole('main').getByRole('link', { name: /Parcel|Opening/ });
    await expect(links).toHaveText([/Parcel lockers/, /Opening hours/], { timeout: 1000 });
  }).toPass();
});
