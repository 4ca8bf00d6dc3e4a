import { getTicketPage } from '@/features/tickets/queries';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

test('by keyboard a note mentions a colleague and a team, and the colleague reads of it', async ({
  page,
  world,
  signIn,
}) => {
  const team = await world.team('Workshop');
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const colleague = await world.member({ name: 'Ādams Ozols', teamIds: [team] });
  await world.member({ name: 'Adele Unseen', scope: 'own' });
  const { number } = await world.ticket(agent);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('n');
  const note = page.getByRole('region', { name: 'Note', exact: true });
  await expect(note.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Please ask @ad');
  const list = page.getByRole('listbox', { name: 'People and teams' });
  await expect(list.getByRole('option', { name: 'Ādams Ozols' })).toHaveAttribute('aria-selected', 'true');
  await expect(list.getByRole('option')).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('and @work');
  await expect(list.getByRole('option', { name: /Workshop/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(note.locator('.mention')).toHaveText(['@Ādams Ozols', '@Workshop']);
  await page.keyboard.type('to look. ');
  await page.keyboard.press('Control+Enter');
  const said = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(said.locator('.mention')).toHaveText(['@Ādams Ozols', '@Workshop']);
  await expect(page.getByRole('region', { name: 'Followers' }).getByText('Ādams Ozols')).toBeVisible();
  await expectAccessible(page);

  await signIn(colleague);
  await openLive(page, `/${world.slug}/notifications`);
  await expect(page.getByText('Zsófia Kiss mentioned you in a note.')).toBeVisible();
  expect(await getTicketPage(colleague, number)).not.toBeNull();
});
