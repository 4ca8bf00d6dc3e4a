import { z } from 'zod';
import type { CallOutside, Polled } from '@/channels/contract';
import { idOfItem, polledItem } from '@/channels/lib/polled-item';
import { callBot, UPDATES } from './api';
import type { TelegramConfig } from './config';

const cursorShape = z.object({ offset: z.int() });
const updates = z.array(z.unknown());
const MOST = 100;

/** Fetches updates after the last one that was stored; asking for later ones tells Telegram to forget those before. */
export async function pollUpdates(
  cursor: unknown,
  config: TelegramConfig,
  call: CallOutside,
): Promise<Polled> {
  if (config.mode !== 'poll') return { items: [], cursor, more: false, retryAfterSeconds: 3600 };
  const known = cursorShape.safeParse(cursor);
  const offset = known.success ? known.data.offset : 0;
  const answer = await callBot(call, config, 'getUpdates', {
    offset,
    limit: MOST,
    timeout: 0,
    allowed_updates: UPDATES,
  });
  if (!answer.ok) {
    if (answer.error_code !== 429) throw new Error(`getUpdates: ${answer.description}`);
    return { items: [], cursor, more: false, retryAfterSeconds: answer.parameters?.retry_after ?? 30 };
  }
  const found = updates.parse(answer.result);
  const items = found.map((update) => polledItem('update', idOfItem(update, 'update_id'), update));
  const ids = found.map((update) => Number(idOfItem(update, 'update_id'))).filter(Number.isSafeInteger);
  const next = ids.reduce((highest, id) => Math.max(highest, id + 1), offset);
  return {
    items,
    cursor: { offset: next },
    more: found.length === MOST && next > offset,
    retryAfterSeconds: null,
  };
}
