import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { CONFIGS } from '../../channels/configs';
import { type XDouble, xDouble, xPush } from '../../doubles/x';
import { askInstead, call, connected, takeIn, type World } from './support';

/** Direct messages whose calls were lost are fetched, each once, whichever way they come. */
let double: XDouble;
let world: World;
let account: Awaited<ReturnType<typeof connected>>['account'];
const config = { ...CONFIGS.x, userId: '5000' };

beforeAll(async () => {
  double = await xDouble(config.accessToken);
  askInstead({ 'api.x.com': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  ({ world, account } = await connected('x', config));
  Object.assign(double, { directEvents: [], pageSize: 2, mentions: [] });
});

const direct = (id: number, sender: string, over: Record<string, unknown> = {}) => ({
  id: String(id),
  event_type: 'MessageCreate',
  text: `Words ${id}`,
  sender_id: sender,
  dm_conversation_id: '42-5000',
  created_at: new Date(Date.parse('2026-03-02T09:00:00Z') + id * 1000).toISOString(),
  ...over,
});

async function poll(): Promise<void> {
  world.pass(301);
  await pollAccounts(world.system(), world.workspaceId);
  await takeIn(world);
}

const said = () =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { messageId: true, direction: true },
  });

test('what was written during an outage is fetched over pages; what came before, and what came by a call, is not doubled', async () => {
  double.directEvents = [direct(100, '42')];
  await poll();
  expect(await said()).toEqual([]);
  double.directEvents.push(
    direct(101, '42'),
    direct(102, '5000'),
    direct(103, '42'),
    direct(104, '43', { dm_conversation_id: '43-5000' }),
    direct(105, '5000', { dm_conversation_id: '1-2-3' }),
  );
  const payload = {
    direct_message_events: [
      {
        type: 'message_create',
        id: '103',
        created_timestamp: '1772442103000',
        message_create: {
          target: { recipient_id: '5000' },
          sender_id: '42',
          message_data: { text: 'Words 103' },
        },
      },
    ],
  };
  const pushed = xPush(config.consumerSecret, { event_uuid: 'e', event_type: 'dm.received', payload });
  await call(world, account, pushed);
  await takeIn(world);
  await poll();
  await poll();
  const messages = await said();
  expect(messages.map(({ messageId }) => messageId)).toEqual(
    expect.arrayContaining(['101', '102', '103', '104']),
  );
  expect(messages).toHaveLength(4);
  const ticket = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, messages: { some: { messageId: '101' } } },
    include: { messages: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
  });
  expect(ticket.messages.map(({ messageId, direction }) => [messageId, direction])).toEqual([
    ['101', 'inbound'],
    ['102', 'outbound'],
    ['103', 'inbound'],
  ]);
});

test('an app whose plan does not hold it goes on with mentions', async () => {
  double.directEvents = null;
  double.mentions = [{ id: '7', author_id: '42', text: '@kanna hello', conversation_id: '7' }];
  await poll();
  expect(await said()).toMatchObject([{ messageId: '7' }]);
  const light = await world.db.channelAccount.findFirstOrThrow({ where: { id: account.id } });
  expect(light).toMatchObject({ pollFailures: 0 });
});
