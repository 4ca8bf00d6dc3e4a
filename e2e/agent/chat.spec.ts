import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { chatAccount } from '../support/chat-account';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';
import { visit } from '../support/visitor';

const box = (page: Page) => page.getByRole('textbox', { name: 'Message to the visitor' });

test('somebody waits, is taken, and both talk: words, typing and what was read go both ways', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const [agent, admin] = [await world.member({ name: 'Emma Clarke' }), await world.member({ role: 'admin' })];
  const account = await chatAccount(admin);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/chats`);
  const visitor = await visit(baseURL as string, account.publicKey, { name: 'Oliver Grant' });
  await visitor.say('Is the Forest loud?');
  const waiting = page.getByRole('region', { name: 'Waiting' });
  await expect(waiting.getByText('Is the Forest loud?')).toBeVisible();
  await expectAccessible(page);
  await waiting.getByRole('button', { name: /^Take/ }).click();

  const chat = page.getByRole('region', { name: 'Oliver Grant' });
  await expect(chat.getByText('Is the Forest loud?')).toBeVisible();
  await expect(chat.getByText('Your cart')).toBeVisible();
  await expect.poll(visitor.lines).toContain('agent_joined');
  await visitor.types(true);
  await expect(chat.getByText('Oliver Grant is typing…')).toBeVisible();
  await box(page).pressSequentially('Not at all.');
  await expect.poll(() => visitor.heard.filter(({ event }) => event === 'typing').length).toBeGreaterThan(0);
  await box(page).press('Shift+Enter');
  await box(page).pressSequentially('58 dB.');
  await box(page).press('Enter');
  await expect.poll(visitor.words).toEqual(['Not at all.\n58 dB.']);
  await expect(box(page)).toHaveValue('');
  await visitor.reads(3);
  await expect(chat.getByText('Read', { exact: true })).toBeVisible();

  for (const text of ['One', 'Two', 'Three']) {
    await box(page).pressSequentially(text);
    await box(page).press('Enter');
  }
  await expect.poll(visitor.words).toEqual(['Not at all.\n58 dB.', 'One', 'Two', 'Three']);
  await expectAccessible(page);
  visitor.leave();
});

test('on the ticket one writes in the chat, ends it, and the next words go by mail to a visitor who left', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const [agent, admin] = [await world.member(), await world.member({ role: 'admin' })];
  const account = await chatAccount(admin);
  const visitor = await visit(baseURL as string, account.publicKey, { name: 'Anna', email: 'anna@new.test' });
  await visitor.say('My card was refused.');
  const { ticket } = await world.db.chatSession.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id: visitor.sessionId } },
    select: { ticket: { select: { id: true, number: true } } },
  });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${ticket?.number}`);
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(page.getByText('Live chat', { exact: true })).toBeVisible();
  await box(page).fill('Which bank?');
  await box(page).press('Enter');
  await expect.poll(visitor.words).toEqual(['Which bank?']);
  await expect(
    page.getByRole('region', { name: 'Conversation', exact: true }).getByText('Which bank?'),
  ).toBeVisible();
  await expectAccessible(page);

  visitor.leave();
  await world.db.chatSession.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { visitorSeenAt: new Date(Date.now() - 600_000) },
  });
  await page.reload();
  await expect(page.getByText('Your message goes by mail to anna@new.test.')).toBeVisible();
  await box(page).fill('We found the mistake.');
  await box(page).press('Enter');
  await expect
    .poll(() =>
      world.db.outgoingMail.count({
        where: { workspaceId: world.workspaceId, rcptTo: { has: 'anna@new.test' } },
      }),
    )
    .toBe(1);
  await page.getByRole('button', { name: 'End chat' }).click();
  await expect(page.getByRole('region', { name: 'Chat', exact: true }).getByText('Ended')).toBeVisible();
  await expect(box(page)).toBeHidden();
});

test('a chat that routing offers is shown wherever one is, with the time that is left, and goes on when declined', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const teamId = await world.team('Chat desk');
  const agent = await world.member({ name: 'Emma Clarke', teamIds: [teamId] });
  const account = await chatAccount(await world.member({ role: 'admin' }), { teamId });
  await world.db.routingQueue.create({
    data: {
      workspaceId: world.workspaceId,
      teamId,
      mode: 'push',
      matchLanguage: false,
      answerSeconds: 60,
      updatedAt: new Date(),
    },
  });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk`);
  const online = { state: 'online', since: new Date() } as const;
  await world.db.availability.upsert({
    where: { workspaceId_userId: { workspaceId: world.workspaceId, userId: agent.actor.id as string } },
    create: { workspaceId: world.workspaceId, userId: agent.actor.id as string, ...online },
    update: { ...online, absentSince: null },
  });
  const visitor = await visit(baseURL as string, account.publicKey, { name: 'Sofia Lind' });
  await visitor.say('Can I pay by invoice?');
  const offer = page.getByRole('region', { name: 'Sofia Lind is waiting for you' });
  await expect(offer.getByText(/\d+ seconds? left/)).toBeVisible();
  await expectAccessible(page);
  await offer.getByRole('button', { name: 'Decline' }).click();
  await expect(offer).toBeHidden();
  await expect
    .poll(
      async () =>
        (await world.db.ticket.findFirst({ where: { workspaceId: world.workspaceId } }))?.assigneeId,
    )
    .toBeNull();
  visitor.leave();
});
