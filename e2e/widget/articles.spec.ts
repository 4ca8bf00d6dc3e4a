import { liveArticle } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/widget';

test('before a chat begins the window finds articles that may answer; who chats after all was not helped', async ({
  page,
  world,
  visit,
}) => {
  await liveArticle(await world.member({ role: 'manager' }), { title: 'How to descale a kettle' });
  const { launcher, frame, composer } = await visit({ account: { knowledge: true } });
  await launcher.click();
  await frame.getByRole('searchbox', { name: 'Search for an answer' }).fill('helicopter');
  await expect(frame.getByText('No article fits. Ask us.')).toBeVisible();
  await frame.getByRole('searchbox', { name: 'Search for an answer' }).fill('descaling');
  const found = frame.getByRole('link', { name: /How to descale a kettle/ });
  await expect(found).toHaveAttribute('href', /\/articles\/how-to-descale-a-kettle$/);
  await expectAccessible(page);
  const visits = () => world.db.helpSession.findMany({ where: { workspaceId: world.workspaceId } });
  await frame.getByRole('button', { name: /^Chat with us/ }).click();
  await composer.fill('It still leaks.');
  await composer.press('Enter');
  await expect.poll(async () => (await visits()).map(({ ticketId }) => ticketId !== null)).toEqual([true]);
});
