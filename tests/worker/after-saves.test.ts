import { expect, test } from 'vitest';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { webhookInput } from '@/features/webhooks/commands/webhook-fields';
import { afterSaves } from '@/worker/after-saves';
import { newChatWorld } from '../features/chat/chat-world';
import { countingDatabase } from '../support/counting-database';

type World = Awaited<ReturnType<typeof newChatWorld>>;

/** The jobs of all saves so far, as they were queued. */
async function jobsOf({ db, workspaceId }: World) {
  const events = await db.ticketEvent.findMany({
    where: { workspaceId },
    orderBy: { position: 'asc' },
    select: { ticketId: true, at: true, version: true },
  });
  const saves = new Map(events.map((each) => [`${each.ticketId} ${each.version}`, each]));
  return [...saves.values()].map(({ ticketId, at, version }) => ({
    workspaceId,
    ticketId,
    version: version ?? 1,
    at: at.toISOString(),
  }));
}

/** Chats that were taken, with words of both sides, each at an instant of its own. */
async function busyWorld(chats: number) {
  const world = await newChatWorld();
  const agent = await world.member();
  const say = async (token: string, text: string) => {
    world.pass(1);
    await world.say(token, text);
  };
  for (let index = 0; index < chats; index++) {
    world.pass(1);
    const chat = await world.chatting(`Question ${index}`);
    world.pass(1);
    await takeChatSession(agent, chat);
    world.pass(1);
    await sayAsAgent(agent, { ...chat, clientId: world.newId(), text: 'Yes?', attachmentIds: [] });
    await say(chat.token, 'Are you there?');
  }
  return world;
}

const after = (world: World, db: World['db'], payloads: Awaited<ReturnType<typeof jobsOf>>) =>
  afterSaves({ ...world.system(), db }, { payloads, concurrency: 4 });

test('words of many chats cost a few statements together, and tell webhooks each save once, in its order', async () => {
  const world = await busyWorld(2);
  const admin = await world.member({ role: 'owner' });
  const saved = await saveEndpoint(
    admin,
    webhookInput.parse({ name: 'CRM', url: 'https://hook.test/in', types: ['message.created'] }),
  );
  expect(saved.ok).toBe(true);
  const jobs = await jobsOf(world);
  await world.db.webhookEndpoint.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { createdAt: new Date(0) },
  });
  expect(await after(world, world.db, jobs)).toEqual(jobs.map(() => ({ ok: true })));
  const told = async () =>
    (
      await world.db.webhookDelivery.findMany({
        where: { workspaceId: world.workspaceId },
        orderBy: { createdAt: 'asc' },
        select: { uniqueKey: true },
      })
    ).map(({ uniqueKey }) => uniqueKey);
  const first = await told();
  expect(first).toHaveLength(6);
  expect(new Set(first).size).toBe(6);
  await after(world, world.db, jobs);
  expect(await told()).toEqual(first);
});

test('a batch of words asks as much as one word', async () => {
  const world = await busyWorld(3);
  const jobs = await jobsOf(world);
  await after(world, world.db, jobs);
  const words = [...new Map(jobs.map((job) => [job.ticketId, job])).values()];
  expect(words).toHaveLength(3);
  const counting = countingDatabase();
  const costOf = async (payloads: typeof jobs) => {
    counting.statements();
    await after(world, counting.db, payloads);
    return counting.statements().length;
  };
  await costOf(words);
  const one = await costOf(words.slice(-1));
  expect(one).toBeGreaterThan(3);
  expect(await costOf(words)).toBe(one);
  await counting.close();
});

test('tickets of which something is missing fail alone', async () => {
  const world = await busyWorld(2);
  const jobs = await jobsOf(world);
  const [first] = jobs;
  if (!first) throw new Error('no job');
  const db = new Proxy(world.db, {
    get: (target, name, receiver) =>
      name === '$queryRaw'
        ? (text: TemplateStringsArray, ...values: unknown[]) =>
            JSON.stringify(values).includes(first.ticketId) && String(text).includes('index_tickets')
              ? Promise.reject(new Error('cannot be indexed'))
              : target.$queryRaw(text, ...values)
        : Reflect.get(target, name, receiver),
  });
  const outcomes = await after(world, db, jobs);
  for (const [index, { ticketId }] of jobs.entries())
    expect(outcomes[index]?.ok).toBe(ticketId !== first.ticketId);
});
