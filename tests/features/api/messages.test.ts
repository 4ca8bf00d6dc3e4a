import { expect, test } from 'vitest';
import { apiWorld } from './calls';

type Call = Awaited<ReturnType<typeof apiWorld>>['call'];

const write = (call: Call, number: number, body: object) =>
  call(`/tickets/${number}/messages`, { method: 'POST', body });

async function desk() {
  const made = await apiWorld();
  const { number, ticketId } = await made.world.ticket(made.admin);
  return { ...made, number, ticketId };
}

test('a public message is mail to the requester, in the thread, and opens the ticket', async () => {
  const { call, number, world } = await desk();
  const { status, json } = await write(call, number, { kind: 'public', text: 'We send a new one.' });
  expect(status).toBe(201);
  expect(json).toMatchObject({
    direction: 'outbound',
    channel: 'email',
    author: { kind: 'user', id: null, name: 'Web shop', address: null },
    subject: expect.stringMatching(/^Re: Broken kettle/),
    text: 'We send a new one.',
    visibleText: 'We send a new one.',
    html: '<p>We send a new one.</p>',
    from: { name: 'Support', address: world.mailbox.address },
    to: [{ name: 'Anna Ozola', address: 'anna@customer.test' }],
    cc: [],
    delivery: 'queued',
    automated: null,
    threadedBy: 'hand',
  });
  expect(json.messageId).toMatch(/^[^<>\s]+@[^<>\s]+$/);
  expect((await call(`/tickets/${number}`)).json.status).toBe('open');
});

test('a public message can name recipients and the status after it', async () => {
  const { call, number } = await desk();
  const { json } = await write(call, number, {
    kind: 'public',
    html: '<p>Done <script>alert(1)</script></p>',
    to: ['Other@Customer.test'],
    cc: ['cc@customer.test'],
    bcc: ['bcc@customer.test'],
    submitAs: 'solved',
  });
  expect(json.html).toBe('<p>Done </p>');
  expect(json.to).toEqual([{ name: null, address: 'other@customer.test' }]);
  expect([json.cc[0].address, json.bcc[0].address]).toEqual(['cc@customer.test', 'bcc@customer.test']);
  expect((await call(`/tickets/${number}`)).json.status).toBe('solved');
  await write(call, number, { kind: 'public', text: 'One more thing.' });
  expect((await call(`/tickets/${number}`)).json.status).toBe('solved');
});

test('a note stays among us and changes no status', async () => {
  const { call, number } = await desk();
  const { json } = await write(call, number, { kind: 'note', text: 'Ask the workshop' });
  expect(json).toMatchObject({ direction: 'note', from: null, to: [], delivery: null, messageId: null });
  expect((await call(`/tickets/${number}`)).json.status).toBe('new');
});

test('a message that the writer has not seen holds the answer back', async () => {
  const { call, number } = await desk();
  const body = { kind: 'public', text: 'x', lastSeenMessageId: null };
  const { status, json } = await write(call, number, body);
  expect([status, json.code]).toEqual([409, 'ticket.newer_message']);
});

test('messages of the workspace come newest first, those of a ticket oldest first, and both are filtered', async () => {
  const { world, admin, call, number } = await desk();
  world.pass(60);
  await world.ticket(admin, { subject: 'Second', html: 'second' });
  await write(call, number, { kind: 'public', text: 'answer' });
  await write(call, number, { kind: 'note', text: 'note' });
  const texts = async (path: string) =>
    (await call(path)).json.data.map((message: { text: string }) => message.text);
  const first = 'My kettle is broken.';
  expect((await texts('/messages')).slice(0, 2)).toEqual(['note', 'answer']);
  expect((await texts('/messages?sort=createdAt')).slice(0, 2)).toEqual([first, 'second']);
  expect(await texts(`/tickets/${number}/messages`)).toEqual([first, 'answer', 'note']);
  expect(await texts(`/tickets/${number}/messages?sort=-createdAt&limit=1`)).toEqual(['note']);
  expect(await texts(`/messages?ticket=${number}&direction=inbound,note`)).toEqual(['note', first]);
  expect(await texts('/messages?delivery=queued')).toEqual(['answer']);
  expect(await texts('/messages?automated=none&direction=inbound')).toEqual(['second', first]);
  expect(await texts('/messages?automated=bounce')).toEqual([]);
  expect(await texts('/messages?since=2100-01-01T00:00:00%2B02:00')).toEqual([]);
  const page = (await call('/messages?limit=3')).json;
  expect(await texts(`/messages?limit=3&cursor=${page.nextCursor}`)).toEqual([first]);
});

test('the header map comes along when it is asked for, and stray messages are there', async () => {
  const { world, call } = await apiWorld();
  const id = world.system().newId();
  const headers = { subject: 'Hello', received: ['one', 'two'] };
  await world.db.message.create({
    data: {
      workspaceId: world.workspaceId,
      id,
      direction: 'inbound',
      channel: 'email',
      authorKind: 'customer',
      authorAddress: 'anna@customer.test',
      text: 'Hello',
      visibleText: 'Hello',
      messageId: 'a@b',
      inReplyTo: ['c@d', 'e@f'],
      references: ['g@h', 'c@d'],
      automated: 'bounce',
      headers,
      createdAt: world.now(),
    },
  });
  const [message] = (await call('/messages?include=headers')).json.data;
  expect(message).toMatchObject({
    ticketId: null,
    ticketNumber: null,
    from: { name: null, address: 'anna@customer.test' },
    messageId: 'a@b',
    inReplyTo: 'c@d',
    references: ['g@h', 'c@d'],
    automated: 'bounce',
    headers,
  });
  expect((await call(`/messages/${id}`)).json.headers).toBeUndefined();
  expect((await call(`/messages/${id}?include=headers`)).json.headers).toEqual(headers);
});

test('the source of a mail is given byte by byte: as it came, or as it left', async () => {
  const { world, call, number } = await desk();
  const { db, workspaceId, mailbox } = world;
  const bytes = new Uint8Array([...Buffer.from('Subject: =?x?\r\n\r\n'), 0, 255, 13]);
  const raw = { id: world.system().newId(), bytes, size: bytes.length, sha256: '', key: 'k', source: 'smtp' };
  await db.rawInbound.create({
    data: { ...raw, workspaceId, channelAccountId: mailbox.id, receivedAt: world.now() },
  });
  const [first] = (await call(`/tickets/${number}/messages`)).json.data;
  expect((await call(`/messages/${first.id}/raw`)).status).toBe(404);
  await db.message.updateMany({ where: { workspaceId, id: first.id }, data: { rawInboundId: raw.id } });
  const came = await call(`/messages/${first.id}/raw`);
  expect(came.headers.get('content-type')).toBe('message/rfc822');
  expect(Buffer.compare(came.bytes, bytes)).toBe(0);

  const { json: answer } = await write(call, number, { kind: 'public', text: 'answer' });
  await db.outgoingMail.updateMany({ where: { workspaceId, messageId: answer.id }, data: { raw: bytes } });
  expect(Buffer.compare((await call(`/messages/${answer.id}/raw`)).bytes, bytes)).toBe(0);
  const other = await apiWorld();
  expect((await other.call(`/messages/${first.id}/raw`)).status).toBe(404);
  expect((await other.call(`/messages/${first.id}`)).status).toBe(404);
});

test('a file is uploaded as a form or as bytes, carried by a message, and downloaded', async () => {
  const { call, number } = await desk();
  const form = new FormData();
  form.set('file', new File(['%PDF-1.7 hello'], 'számla.pdf', { type: 'text/plain' }));
  const asForm = (await call('/attachments', { method: 'POST', body: form })).json;
  expect(asForm).toMatchObject({ name: 'számla.pdf', type: 'application/pdf', size: 14, inline: false });
  const bare = {
    method: 'POST',
    body: new TextEncoder().encode('hello'),
    headers: { 'content-type': 'text/plain' },
  } as const;
  const asBytes = (await call('/attachments?name=a%2Fb.txt', bare)).json;
  expect(asBytes).toMatchObject({ name: 'a_b.txt', type: 'text/plain', size: 5 });
  expect(new TextDecoder().decode((await call(`/attachments/${asBytes.id}`)).bytes)).toBe('hello');

  const attachmentIds = [asForm.id, asBytes.id];
  const { json } = await write(call, number, { kind: 'note', text: 'x', attachmentIds });
  expect(json.attachments.map(({ name }: { name: string }) => name).sort()).toEqual([
    'a_b.txt',
    'számla.pdf',
  ]);
  const file = await call(`/attachments/${asForm.id}`);
  expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''sz%C3%A1mla.pdf");
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await write(call, number, { kind: 'note', text: 'x', attachmentIds })).json.code).toBe(
    'file.missing',
  );
  expect((await (await apiWorld()).call(`/attachments/${asForm.id}`)).status).toBe(404);
});

test('a form without a file is refused', async () => {
  const { call } = await apiWorld();
  const form = new FormData();
  form.set('other', 'x');
  expect((await call('/attachments', { method: 'POST', body: form })).json.code).toBe('body.unreadable');
});

test('nobody carries off the uploads of another workspace', async () => {
  const { call, number } = await desk();
  const other = await apiWorld();
  const { json } = await other.call('/attachments', {
    method: 'POST',
    body: new TextEncoder().encode('secret'),
  });
  const stolen = await write(call, number, { kind: 'note', text: 'x', attachmentIds: [json.id] });
  expect(stolen.json.code).toBe('file.missing');
});

test('a note mentions people and teams', async () => {
  const { call, number, world } = await desk();
  const anna = await world.member({ name: 'Anna' });
  const hidden = await world.member({ scope: 'own' });
  const id = anna.actor.id;
  const { status, json } = await write(call, number, {
    ...{ kind: 'note', text: 'Please look' },
    mentions: [{ kind: 'user', id }],
  });
  expect(status).toBe(201);
  expect(json).toMatchObject({
    text: 'Please look\n\n@Anna',
    mentions: [{ kind: 'user', id, name: 'Anna' }],
  });
  const mentions = [{ kind: 'user', id: hidden.actor.id }];
  const refused = await write(call, number, { kind: 'note', text: 'x', mentions });
  expect([refused.status, refused.json.code]).toEqual([422, 'mention.may_not_see']);
});

test('a message that has not left is taken back once, and the ticket is as before', async () => {
  const { call, number, world } = await desk();
  const { json } = await write(call, number, { kind: 'public', text: 'Too early.', submitAs: 'solved' });
  const undone = await call(`/messages/${json.id}/undo`, { method: 'POST' });
  expect(undone.status).toBe(200);
  expect(undone.json).toMatchObject({ id: json.id, delivery: 'cancelled' });
  expect((await call(`/tickets/${number}`)).json.status).toBe('new');
  expect((await call(`/messages/${json.id}/undo`, { method: 'POST' })).status).toBe(409);
  const mails = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
  expect(mails.map(({ state }) => state)).toEqual(['cancelled']);
});
