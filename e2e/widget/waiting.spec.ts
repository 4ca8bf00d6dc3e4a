import { takeChatSession } from '@/features/chat/commands/take-chat';
import { returnUnanswered } from '@/features/routing/commands/return-unanswered';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { visit as speak } from '../support/visitor';
import { expect, test, widgetOn, write } from '../support/widget';

/** How long a place in the queue may be out of date: what is told of it is remembered for five seconds. */
const TOLD = { timeout: 20_000 };

test('a visitor sees their place and an honest wait, is taken, and keeps their place when nobody answers', async ({
  world,
  visit,
  baseURL,
  page,
}) => {
  const { db, workspaceId } = world;
  const { key, agent, frame, log, openChat, composer, launcher } = await visit();
  const queue = frame.locator('.queue');
  const now = { ...agent, now: () => new Date() };
  const first = await speak(baseURL as string, key, { name: 'First' });
  await first.say('I was here before.');
  await openChat();
  await write(composer, 'And I came later.');
  await expect(queue).toContainText('You are number 2 in the queue.', TOLD);
  // Nobody has waited here yet, so nobody can say how long it takes.
  await expect(queue).toContainText('We cannot say yet how long it takes');

  await waitedBefore([40, 70, 80]);
  expect(await takeChatSession(now, { sessionId: first.sessionId })).toMatchObject({ ok: true });
  await expect(queue).toContainText('You are number 1 in the queue.', TOLD);
  // Who comes back has kept the place, and is told what is known by now.
  await expect(async () => {
    await page.reload();
    await launcher.click();
    await expect(queue).toContainText('You are number 1 in the queue. It takes about 2 minutes.', {
      timeout: 5_000,
    });
  }).toPass({ timeout: 40_000 });

  const mine = await db.chatSession.findFirstOrThrow({
    where: { workspaceId, state: 'waiting' },
    select: { id: true, ticketId: true },
  });
  expect(await takeChatSession(now, { sessionId: mine.id })).toMatchObject({ ok: true });
  await expect(log.getByText('Anna Kiss is here now')).toBeVisible();
  await expect(queue).toBeHidden();
  const ticketId = mine.ticketId as string;
  const [routedAt, answerBy] = [new Date(Date.now() - 60_000), new Date(Date.now() - 1_000)];
  const given = { routedToId: agent.actor.id, routedAt, answerBy };
  await db.routedTicket.upsert({
    where: { workspaceId_ticketId: { workspaceId, ticketId } },
    create: { workspaceId, ticketId, ...given },
    update: given,
  });
  await returnUnanswered({ ...world.system('routing'), now: () => new Date() }, ticketId);
  expect((await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } })).assigneeId).toBeNull();
  await expect(queue).toContainText('You are number 1 in the queue.', TOLD);
  first.leave();

  /** Chats of an hour ago, whose visitors waited so many seconds. */
  async function waitedBefore(seconds: readonly number[]): Promise<void> {
    for (const each of seconds) {
      const past = await speak(baseURL as string, key, { name: `Waited ${each}` });
      past.leave();
      await db.chatSession.updateMany({
        where: { workspaceId, id: past.sessionId },
        data: {
          state: 'ended',
          waitingSince: null,
          waitedMs: each * 1000,
          acceptedAt: new Date(Date.now() - 3_600_000),
          endedAt: new Date(Date.now() - 3_000_000),
        },
      });
    }
  }
});

test('outside of business hours the window says when it opens, and takes a message', async ({
  world,
  visit,
  page,
}) => {
  const { db, workspaceId } = world;
  const { host } = await visit();
  const { frame, launcher } = widgetOn(page);
  await launcher.click();
  await expect(frame.getByText('We are here and answer now.')).toBeVisible();

  // Open on one day of the week only, and that is not today, wherever the clock is read.
  const later = (new Date().getUTCDay() + 3) % 7;
  const week = Array.from({ length: 7 }, (_, day) => (day === later ? [{ from: 540, to: 1020 }] : []));
  const owner = await world.member({ role: 'owner' });
  const saved = await saveCalendar(
    owner,
    calendarInput.parse({ name: 'Chat hours', timeZone: 'Europe/Budapest', week }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  await db.chatAccount.updateMany({ where: { workspaceId }, data: { calendarId: saved.value.calendarId } });
  // What is known of an account is remembered for some seconds: who comes after that sees it.
  await expect(async () => {
    await page.goto(host);
    await launcher.click();
    await expect(frame.getByText('Nobody is in the chat just now.')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  await expect(frame.getByText(/^The chat opens again .*9:00/)).toBeVisible();
  await expect(frame.getByRole('button', { name: /^Chat with us/ })).toHaveCount(0);
  await frame.getByRole('button', { name: /^Leave a message/ }).click();
  await frame.getByRole('textbox', { name: 'Your name' }).fill('Ilze Ozoliņa');
  await frame.getByRole('textbox', { name: 'E-mail address' }).fill(`ilze@${world.slug}.test`);
  await frame.getByRole('textbox', { name: 'Your message' }).fill('The lever is stuck.');
  await frame.getByRole('button', { name: 'Send the message' }).click();
  await expect(frame.getByText('Your message is with us')).toBeVisible();
  const session = await db.chatSession.findFirstOrThrow({
    where: { workspaceId },
    include: { ticket: { include: { requester: true } } },
  });
  expect(session).toMatchObject({ offline: true, ticket: { requester: { displayName: 'Ilze Ozoliņa' } } });
});
