import { openHoldingProxy } from '../support/holding-proxy';
import { expect, test, write } from '../support/widget';

/** A stream is given up after six seconds without a word. */
const HELD_BACK = { timeout: 20_000 };

test('behind a proxy that holds streams back a visitor hears the agent all the same, once and in order', async ({
  baseURL,
  visit,
  world,
}) => {
  const proxy = await openHoldingProxy(baseURL as string);
  try {
    const { openChat, composer, log, answer, texts } = await visit({ product: proxy.address });
    await openChat();
    await write(composer, 'Is anybody there?');
    await expect
      .poll(() => world.db.chatSession.count({ where: { workspaceId: world.workspaceId } }))
      .toBe(1);
    await answer('Yes, Anna.');
    await expect(log.getByText('Yes, Anna.')).toBeVisible(HELD_BACK);
    await write(composer, 'My kettle leaks.');
    await answer('Since when?');
    await expect(log.getByText('Since when?')).toBeVisible(HELD_BACK);
    // The greeting comes first.
    expect((await texts()).slice(1)).toEqual([
      'Is anybody there?',
      'Yes, Anna.',
      'My kettle leaks.',
      'Since when?',
    ]);
  } finally {
    proxy.close();
  }
});
