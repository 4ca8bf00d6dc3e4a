import { expect, test } from 'vitest';
import { shownMessages } from '@/features/tickets/queries-timeline';
import { CONFIGS } from '../../channels/configs';
import { metaPush, whatsappPush } from '../../doubles/meta-push';
import { telegramUpdate } from '../../doubles/telegram';
import { newWorld } from '../../support/world';
import { call, connected, takeIn, ticketOf } from './support';

/** A reaction stands on its message, whatever the order; it is no message, and nothing else comes of it. */
type Fields = Record<string, unknown>;
const AT = Date.parse('2026-03-02T09:00:00Z');
const { messenger, instagram, whatsapp, telegram } = CONFIGS;

const meta = (object: string, id: string) => {
  const wrap = (seconds: number, over: Fields) => ({
    object,
    entry: [
      {
        id,
        messaging: [{ sender: { id: 'P-1' }, recipient: { id }, timestamp: AT + seconds * 1000, ...over }],
      },
    ],
  });
  return {
    message: wrap(0, { message: { mid: 'm1', text: 'Hello' } }),
    love: wrap(10, { reaction: { mid: 'm1', action: 'react', reaction: 'love', emoji: '❤️' } }),
    other: wrap(20, { reaction: { mid: 'm1', action: 'react', reaction: 'wow' } }),
    away: wrap(30, { reaction: { mid: 'm1', action: 'unreact' } }),
  };
};
const wrote = (seconds: number, over: Fields) =>
  whatsappPush({
    messages: [
      { from_user_id: 'HU.1', id: `wamid.${seconds}`, timestamp: String(AT / 1000 + seconds), ...over },
    ],
  });
const reacted = (seconds: number, emoji: string) =>
  wrote(seconds, { type: 'reaction', reaction: { message_id: 'wamid.0', emoji } });
const update = (id: number, emoji: string[]) => ({
  update_id: id,
  message_reaction: {
    chat: { id: 42, type: 'private' },
    message_id: 1,
    user: { id: 42, first_name: 'Anna' },
    date: AT / 1000 + id,
    old_reaction: [],
    new_reaction: emoji.map((each) => ({ type: 'emoji', emoji: each })),
  },
});

const STORIES = {
  messenger: [messenger, meta('page', messenger.pageId)],
  instagram: [instagram, meta('instagram', instagram.accountId)],
  whatsapp: [
    whatsapp,
    {
      message: wrote(0, { type: 'text', text: { body: 'Hello' } }),
      love: reacted(10, '❤️'),
      other: reacted(20, '😮'),
      away: reacted(30, ''),
    },
  ],
  telegram: [
    telegram,
    {
      message: telegramUpdate(1, { message_id: 1, date: AT / 1000, text: 'Hello' }, { id: 42 }),
      love: update(10, ['❤️']),
      other: update(20, ['😮']),
      away: update(30, []),
    },
  ],
} as const;
type Kind = keyof typeof STORIES;
type Step = keyof ReturnType<typeof meta>;

async function after(kind: Kind, steps: readonly Step[]) {
  const world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
  const [config, story] = STORIES[kind];
  const { account } = await connected(kind, config, world);
  for (const [index, step] of steps.entries()) {
    const event = { ...(story[step] as Fields), again: index };
    const headers = { 'x-telegram-bot-api-secret-token': telegram.secretToken };
    const pushed =
      kind === 'telegram' ? { bytes: JSON.stringify(event), headers } : metaPush(messenger.appSecret, event);
    expect((await call(world, account, pushed)).status).toBe(200);
    expect((await takeIn(world)).filter(({ ok }) => !ok)).toEqual([]);
  }
  const ticket = await ticketOf(world);
  const agent = await world.member();
  const shown = await shownMessages(agent, { ticketId: ticket.id, from: null, open: [] });
  const events = await world.db.ticketEvent.count({ where: { workspaceId: world.workspaceId } });
  const tickets = await world.db.ticket.count({ where: { workspaceId: world.workspaceId } });
  expect({ tickets, messages: shown.length, events }).toEqual({ tickets: 1, messages: 1, events: 2 });
  const others = await newWorld({ mailbox: false });
  expect(await shownMessages(await others.member(), { ticketId: ticket.id, from: null, open: [] })).toEqual(
    [],
  );
  return shown[0]?.reactions.map(({ emoji }) => emoji);
}

const KINDS = Object.keys(STORIES) as Kind[];

test.each(KINDS)('%s: shown, changed, and taken away', async (kind) => {
  expect(await after(kind, ['message', 'love'])).toEqual(['❤️']);
  expect(await after(kind, ['message', 'love', 'other', 'love'])).toEqual(['😮']);
  expect(await after(kind, ['message', 'love', 'love', 'away'])).toEqual([]);
});

test.each(KINDS)('%s: in another order it ends the same', async (kind) => {
  expect(await after(kind, ['away', 'love', 'message', 'other'])).toEqual([]);
  expect(await after(kind, ['other', 'message', 'love'])).toEqual(['😮']);
});
