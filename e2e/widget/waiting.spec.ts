import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { expect, test, widgetOn } from '../support/widget';

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
  await page.goto(host);
  await launcher.click();
  // The window is fetched anew, which takes its time on a machine that is busy.
  await expect(frame.getByText('Nobody is in the chat just now.')).toBeVisible({ timeout: 30_000 });
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
