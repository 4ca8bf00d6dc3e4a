import { openHoldingProxy } from '../support/holding-proxy';
import { expect, test, write } from '../support/widget';

/** A stream is given up after six seconds without a word. */
const HELD_BACK = { timeout: 20_000 };

test('behind a proxy that holds streams back, visitor and agent hear each other all the same, once and in order', async ({
  baseURL,
  visit,
  world,
  signIn,
  context,
}) => {
  test.setTimeout(120_000);
  const proxy = await openHoldingProxy(baseURL as string);
  try {
    const { openChat, composer, log, answer, texts, agent } = await visit({ product: proxy.address });
    await openChat();
    await write(composer, 'Is anybody there?');
    await expect
      .poll(() => world.db.chatSession.count({ where: { workspaceId: world.workspaceId } }))
      .toBe(1);
    await answer('Yes, Anna.');
    await expect(log.getByText('Yes, Anna.')).toBeVisible(HELD_BACK);
    await write(composer, 'My kettle leaks.');
    await expect
      .poll(() =>
        world.db.message.count({ where: { workspaceId: world.workspaceId, text: 'My kettle leaks.' } }),
      )
      .toBe(1);
    await answer('Since when?');
    await expect(log.getByText('Since when?')).toBeVisible(HELD_BACK);
    // The greeting comes first.
    expect((await texts()).slice(1)).toEqual([
      'Is anybody there?',
      'Yes, Anna.',
      'My kettle leaks.',
      'Since when?',
    ]);

    await signIn(agent);
    const desk = await context.newPage();
    const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
    await desk.goto(`${proxy.address}/${world.slug}/desk/tickets/${ticket.number}`);
    await expect(desk.getByText('My kettle leaks.').first()).toBeVisible();
    await expect
      .poll(() => proxy.turns.filter((url) => url.startsWith('/api/live')).length, HELD_BACK)
      .toBeGreaterThan(0);
    await write(composer, 'Since Monday.');
    await expect(desk.getByText('Since Monday.').first()).toBeVisible(HELD_BACK);
  } finally {
    proxy.close();
  }
});
