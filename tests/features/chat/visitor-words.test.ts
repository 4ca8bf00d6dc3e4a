import { expect, test } from 'vitest';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { newChatWorld } from './chat-world';

test('a chat becomes a ticket with its first words, not before', async () => {
  const world = await newChatWorld();
  const silent = await world.begin();
  if (!silent.ok) throw new Error(silent.error.code);
  expect((await world.session(silent.value.sessionId)).ticketId).toBeNull();

  await world.say(silent.value.token, 'Do you ship to Riga?');
  const { ticket, state, waitingSince } = await world.session(silent.value.sessionId);
  expect(ticket).toMatchObject({
    channel: 'chat',
    subject: 'Do you ship to Riga?',
    status: 'new',
    language: 'en',
  });
  expect(ticket?.messages).toHaveLength(1);
  expect([state, waitingSince]).toEqual(['waiting', world.now()]);
});

test('the same message sent twice stands there once, and is answered alike', async () => {
  const world = await newChatWorld();
  const { token, sessionId } = await world.chatting();
  const clientId = world.newId();
  const [first, again] = [
    await world.say(token, 'Hello?', clientId),
    await world.say(token, 'Hello?', clientId),
  ];
  expect(again).toEqual(first);
  expect((await world.session(sessionId)).ticket?.messages).toHaveLength(2);
});

test('forty messages at once are all there, each once, with numbers in a row', async () => {
  const world = await newChatWorld();
  const { token, sessionId } = await world.chatting('message 0');
  const texts = Array.from({ length: 40 }, (_, index) => `message ${index + 1}`);
  await Promise.all(
    texts.flatMap((text) => {
      const clientId = world.newId();
      return [world.say(token, text, clientId), world.say(token, text, clientId)];
    }),
  );
  const entries = await world.entries(sessionId);
  expect(entries.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 41 }, (_, index) => index + 1),
  );
  const said = entries.flatMap((entry) => (entry.type === 'message' ? [entry.message.text] : []));
  expect(said.sort()).toEqual(['message 0', ...texts].sort());
}, 120_000);

test('a request that is repeated, as after a lost answer, gives the same chat and the same token', async () => {
  const world = await newChatWorld();
  const clientId = world.newId();
  const message = { clientId: world.newId(), text: 'Hi', attachmentIds: [] };
  const [first, again] = [await world.begin({ clientId, message }), await world.begin({ clientId, message })];
  expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value);
  expect(await world.db.chatSession.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('a visitor whose chat goes on comes back to it, and after its end begins a new one', async () => {
  const world = await newChatWorld();
  const { token, sessionId } = await world.chatting();
  const back = await world.begin({}, token);
  expect(back.ok && back.value).toEqual({ token, sessionId });
  await endChatSession(world.system(), { sessionId, by: 'visitor' });
  const refused = await world.say(token, 'One more thing');
  expect(refused).toEqual({ ok: false, error: { code: 'chat.ended' } });
  const anew = await world.begin(
    { message: { clientId: world.newId(), text: 'One more', attachmentIds: [] } },
    token,
  );
  expect(anew.ok && anew.value.sessionId).not.toBe(sessionId);
  expect(anew.ok && anew.value.token).toBe(token);
});

test('a typed address makes a new customer reachable, and never leads into the history of somebody else', async () => {
  const world = await newChatWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  const known = await world.db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id: ticketId } },
  });
  const claimed = await world.chatting('It is me', { email: 'anna@customer.test' });
  const fresh = await world.chatting('I am new', { email: 'new@customer.test' });
  const [claim, newcomer] = [await world.session(claimed.sessionId), await world.session(fresh.sessionId)];
  expect(claim.ticket?.requesterId).not.toBe(known.requesterId);
  expect(claim.visitor.email).toBe('anna@customer.test');
  const identities = await world.db.customerIdentity.findMany({
    where: { workspaceId: world.workspaceId, customerId: newcomer.ticket?.requesterId ?? '' },
    select: { kind: true, value: true },
    orderBy: { kind: 'asc' },
  });
  expect(identities).toContainEqual({ kind: 'email', value: 'new@customer.test' });
});

test('fields that must be filled in are asked for, and nothing is opened without them', async () => {
  const world = await newChatWorld();
  const ctx = await world.context();
  const settings = {
    ...ctx.account.settings,
    fields: ctx.account.settings.fields.map((field) => ({ ...field, required: true })),
  };
  await world.db.chatAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { settings: JSON.parse(JSON.stringify(settings)) },
  });
  expect(await world.begin({ name: 'Anna' })).toEqual({ ok: false, error: { code: 'input.invalid' } });
  expect((await world.begin({ name: 'Anna', email: 'anna@new.test' })).ok).toBe(true);
});

test('a message may carry only files that the same chat has sent up', async () => {
  const world = await newChatWorld();
  const [one, other] = [await world.chatting(), await world.chatting()];
  const { workspaceId } = world;
  const file = { workspaceId, name: 'a.png', type: 'image/png', size: 3, sha256: 'a'.repeat(64) };
  const [own, foreign] = [world.newId(), world.newId()];
  await world.db.attachment.createMany({
    data: [
      { ...file, id: own },
      { ...file, id: foreign },
    ],
  });
  await world.db.chatUpload.createMany({
    data: [
      { workspaceId, attachmentId: own, sessionId: one.sessionId },
      { workspaceId, attachmentId: foreign, sessionId: other.sessionId },
    ],
  });
  expect(await world.say(one.token, 'Look', world.newId(), [foreign])).toEqual({
    ok: false,
    error: { code: 'input.invalid' },
  });
  expect((await world.say(one.token, 'Look', world.newId(), [own])).ok).toBe(true);
  expect((await world.say(one.token, 'Again', world.newId(), [own])).ok).toBe(false);
});
