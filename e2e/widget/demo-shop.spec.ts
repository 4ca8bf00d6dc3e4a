import { randomUUID } from 'node:crypto';
import { expect, test } from '../support/test';
import { widgetOn } from '../support/widget';

test('on the page of the demo’s shop the chat is tried: what is written there becomes a ticket of the demo', async ({
  page,
  world,
}) => {
  const { db } = world;
  const { id: workspaceId } = await db.workspace.findFirstOrThrow({
    where: { demo: true },
    select: { id: true },
  });
  const { userId } = await db.membership.findFirstOrThrow({ where: { workspaceId, role: 'owner' } });
  const online = { state: 'online', since: new Date() } as const;
  await db.availability.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, ...online },
    update: online,
  });
  const refused: string[] = [];
  page.on('console', (each) => /Content Security Policy/.test(each.text()) && refused.push(each.text()));

  await page.goto('/demo-shop?language=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A good espresso, every morning');
  const { frame, log, launcher, openChat } = widgetOn(page);
  await openChat();
  const question = `Does the Stone fit under a cupboard? ${randomUUID()}`;
  await frame.getByRole('textbox', { name: /^Your name/ }).fill('Anna Ozola');
  await frame.getByRole('textbox', { name: /^E-mail/ }).fill(`${randomUUID()}@example.com`);
  await frame.getByRole('textbox', { name: 'What is it about?' }).fill(question);
  await frame.getByRole('button', { name: 'Start the chat' }).click();
  await expect(log.getByText(question)).toBeVisible();
  await expect.poll(() => db.message.count({ where: { workspaceId, text: question } })).toBe(1);

  await page.getByRole('link', { name: 'Basket', exact: true }).click();
  await launcher.click();
  await expect(log.getByText(question)).toBeVisible();
  expect(refused).toEqual([]);
});
