import { expect, test } from 'vitest';
import { isBridgeMessage } from '@/features/chat/widget/shared/bridge';

test('only messages that carry the number of this frame are ours', () => {
  expect(isBridgeMessage({ kalauz: 'n', type: 'open', detail: null }, 'n')).toBe(true);
  for (const foreign of [
    null,
    'open',
    7,
    {},
    { kalauz: 'm', type: 'open' },
    { kalauz: 'n' },
    { kalauz: 'n', type: 1 },
  ])
    expect(isBridgeMessage(foreign, 'n')).toBe(false);
});
