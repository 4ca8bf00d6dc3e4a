import { expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { comment, NOW, PAGE, said, withMeta } from './meta-world';
import { answer, sendSoon, takeIn, ticketOf } from './support';

const HOUR = 3600;
const DAY = 24 * HOUR;
const { own, bring, bringPicture } = withMeta();

const below = {
  id: 'ig-1',
  text: 'So pretty!',
  from: { id: 'IG-1', username: 'anna.tea' },
  media: { id: 'M1' },
};

/** Lets the clock go to so many seconds after what was written. */
const waitUntil = (seconds: number) => own.world.pass((NOW - own.world.now().getTime()) / 1000 + seconds);

async function privateWay() {
  const agent = await own.world.member();
  const ticket = await ticketOf(own.world);
  const ways = await reachableChannels(own.world.db, agent, ticket);
  const way = ways.find(({ id }) => id.startsWith('private:'));
  if (!way) throw new Error('no private way');
  return { agent, way };
}

async function lastTry() {
  const { workspaceId, db } = own.world;
  const message = (await ticketOf(own.world)).messages.at(-1);
  const attempt = await db.deliveryAttempt.findFirst({
    where: { workspaceId, messageId: message?.id ?? '' },
    orderBy: { at: 'desc' },
  });
  return { delivery: message?.delivery, code: attempt?.code, said: message?.deliveryDetail };
}

const COMMENTS = {
  facebook: { bring: () => bring({ changes: [comment('c1')] }), id: `${PAGE}_c1` },
  instagram: { bring: () => bringPicture({ field: 'comments', value: below }), id: 'ig-1' },
} as const;
const CHATS = {
  messenger: () => bring({ messaging: [said('m_in', 'Is the red kettle back?')] }),
  instagram: () => bringPicture({ messaging: [said('m_in', 'Is the red kettle back?', 'pictures')] }),
} as const;

test.each(['facebook', 'instagram'] as const)(
  '%s: a comment is answered in private for seven days',
  async (kind) => {
    own.double.commentedAt.set(COMMENTS[kind].id, NOW);
    await COMMENTS[kind].bring();
    await takeIn(own.world);
    waitUntil(7 * DAY - HOUR);
    const { agent, way } = await privateWay();
    expect(way.reach).toEqual({ state: 'open', until: new Date(NOW + 7 * DAY * 1000) });
    waitUntil(7 * DAY);
    expect((await privateWay()).way.reach).toEqual({ state: 'closed', why: 'private_reply_late' });
    expect(await answer(own.world, agent, { via: way.id })).toEqual({
      ok: false,
      error: { code: 'channel.closed', why: 'private_reply_late' },
    });
    expect(own.double.sent).toEqual([]);
    expect(await answer(own.world, agent)).toMatchObject({ ok: true });
    await sendSoon(own.world);
    expect(own.double.sent).toHaveLength(1);
  },
);

test.each(['facebook', 'instagram'] as const)(
  '%s: the last private answer leaves in time, or says that it did not',
  async (kind) => {
    own.double.commentedAt.set(COMMENTS[kind].id, NOW);
    await COMMENTS[kind].bring();
    await takeIn(own.world);
    waitUntil(7 * DAY - HOUR);
    const { agent, way } = await privateWay();
    await answer(own.world, agent, { via: way.id });
    waitUntil(7 * DAY + 1);
    await sendSoon(own.world);
    expect(own.double.sent).toEqual([]);
    expect(await lastTry()).toMatchObject({
      delivery: 'failed',
      code: 'private_reply_late',
      said: expect.stringContaining('reply to this activity'),
    });
  },
);

test('a private answer reaches whom it was written to, also when somebody else comments before it leaves', async () => {
  await bring({ changes: [comment('c1')] });
  await takeIn(own.world);
  const { agent, way } = await privateWay();
  await answer(own.world, agent, { via: way.id });
  const other = {
    parent_id: `${PAGE}_c1`,
    from: { id: 'FB-8', name: 'Anna' },
    created_time: NOW / 1000 + 60,
  };
  await bring({ changes: [comment('c2', other)] });
  await takeIn(own.world);
  await sendSoon(own.world);
  expect(own.double.sent.map(({ body }) => body['recipient'])).toEqual([{ comment_id: `${PAGE}_c1` }]);
});

test.each(['messenger', 'instagram'] as const)('%s: a message is answered for a day', async (kind) => {
  await CHATS[kind]();
  await takeIn(own.world);
  const agent = await own.world.member();
  waitUntil(DAY - HOUR);
  expect(await answer(own.world, agent)).toMatchObject({ ok: true });
  await sendSoon(own.world);
  expect(own.double.sent).toHaveLength(1);
  expect(own.double.sent[0]?.body).not.toHaveProperty('tag');
  waitUntil(DAY);
  const [way] = await reachableChannels(own.world.db, agent, await ticketOf(own.world));
  expect(way?.reach).toEqual({ state: 'closed', why: 'message_window_over' });
  expect(await answer(own.world, agent)).toEqual({
    ok: false,
    error: { code: 'channel.closed', why: 'message_window_over' },
  });
  expect(own.double.sent).toHaveLength(1);
});

test.each(['messenger', 'instagram'] as const)(
  '%s: a window that closes while the answer waits is said in words, and it is not tried again',
  async (kind) => {
    await CHATS[kind]();
    await takeIn(own.world);
    const agent = await own.world.member();
    waitUntil(DAY - 5);
    await answer(own.world, agent);
    await sendSoon(own.world);
    expect(await lastTry()).toMatchObject({
      delivery: 'failed',
      code: 'window_over',
      said: expect.stringContaining('outside of allowed window'),
    });
    const { workspaceId, db } = own.world;
    expect(await db.outgoingMail.findFirst({ where: { workspaceId, kind: 'reply' } })).toMatchObject({
      state: 'failed',
      attempts: 1,
    });
  },
);
