import { expect, test } from 'vitest';
import { reachableChannels } from '@/features/delivery/commands/reachable-channels';
import { metaPush, whatsappPush } from '../../doubles/meta-push';
import { answer, call, sendSoon, takeIn, ticketOf } from './support';
import { APP_SECRET, config, contacts, PERSON, SENT_AT, text, withWhatsapp } from './whatsapp-world';

const { own, bring } = withWhatsapp();

test('a message becomes a ticket, signed over the bytes as Meta escapes them', async () => {
  const pushed = metaPush(
    APP_SECRET,
    whatsappPush({
      contacts,
      messages: [
        text(
          'A',
          'Jó napot kívánok! Elromlott a teáskannám, és szeretném visszaküldeni. Mit kell tennem, hogy újat kapjak?',
        ),
      ],
    }),
  );
  expect(pushed.bytes.toString()).toContain('\\u00e1');
  expect((await call(own.world, own.account, pushed)).status).toBe(200);
  await takeIn(own.world);
  const ticket = await ticketOf(own.world);
  expect(ticket).toMatchObject({
    channel: 'whatsapp',
    language: 'hu',
    requester: { displayName: 'Kovács Ágnes' },
  });
  expect(ticket.requester.identities.map(({ kind, value, label }) => [kind, value, label]).sort()).toEqual([
    ['phone', '+36301234567', ''],
    ['whatsapp', '36301234567', '+36301234567'],
    ['whatsapp', PERSON, '+36301234567'],
  ]);
});

test('the address is checked with the challenge, and only for the right token', async () => {
  const query = (token: string) => `?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`;
  expect(
    await call(own.world, own.account, { bytes: '', method: 'GET', query: query(config.verifyToken) }),
  ).toEqual({
    status: 200,
    contentType: 'text/plain',
    body: '1158201444',
  });
  expect(
    await call(own.world, own.account, { bytes: '', method: 'GET', query: query('guessed') }),
  ).toMatchObject({
    status: 403,
  });
});

test('bytes that were written anew after signing are refused, and the light says so', async () => {
  const { bytes, headers } = metaPush(APP_SECRET, whatsappPush({ contacts, messages: [text('A', 'á')] }));
  const again = Buffer.from(JSON.stringify(JSON.parse(bytes.toString())));
  expect((await call(own.world, own.account, { bytes: again, headers })).status).toBe(403);
  const { workspaceId } = own.world;
  expect(await own.world.db.rawInbound.count({ where: { workspaceId } })).toBe(0);
  expect(await own.world.db.channelAccount.findFirst({ where: { id: own.account.id } })).toMatchObject({
    health: 'failing',
    healthDetail: 'wrong_signature',
  });
});

test('without a number the user id stands for the person, and is answered', async () => {
  const agent = await own.world.member();
  const message = { ...text('A', 'Hello there, my kettle leaks.'), from: undefined };
  await bring(
    whatsappPush({
      contacts: [{ profile: { name: 'Ágnes', username: 'agnes' }, user_id: PERSON }],
      messages: [message],
    }),
  );
  await takeIn(own.world);
  expect((await ticketOf(own.world)).requester.identities).toMatchObject([
    { kind: 'whatsapp', value: PERSON, label: '@agnes' },
  ]);
  await answer(own.world, agent);
  await sendSoon(own.world);
  expect(own.double.sent.at(-1)?.body).toMatchObject({ recipient: PERSON, type: 'text' });
});

test('reports in any order, doubled and early, end in the right state', async () => {
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  await answer(own.world, agent);
  await sendSoon(own.world);
  const id = own.double.sent[0]?.id;
  const report = (status: string, of = id) =>
    whatsappPush({
      statuses: [{ id: of, status, timestamp: String(SENT_AT + 60), recipient_user_id: PERSON }],
    });
  await bring(report('read'));
  await bring(report('sent'));
  await bring(report('delivered'));
  await bring(report('delivered'));
  await takeIn(own.world);
  expect((await ticketOf(own.world)).messages.at(-1)).toMatchObject({ delivery: 'read', messageId: id });
});

test('a report that comes before our own commit says that the message has left: it is not sent again', async () => {
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  const sent = await answer(own.world, agent);
  if (!sent.ok) throw new Error('not sent');
  const ours = `${sent.value.messageId}/0`;
  await bring(
    whatsappPush({
      statuses: [
        { id: 'wamid.lost', status: 'delivered', timestamp: String(SENT_AT), biz_opaque_callback_data: ours },
      ],
    }),
  );
  await takeIn(own.world);
  await sendSoon(own.world);
  expect(own.double.sent).toEqual([]);
  expect((await ticketOf(own.world)).messages.at(-1)).toMatchObject({
    delivery: 'delivered',
    messageId: 'wamid.lost',
  });
});

test('a failure that is told later stands on the ticket with the reason', async () => {
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  await answer(own.world, agent);
  await sendSoon(own.world);
  const errors = [
    {
      code: 131026,
      title: 'Message undeliverable',
      error_data: { details: 'Receiver is incapable of receiving this message' },
    },
  ];
  await bring(
    whatsappPush({
      statuses: [{ id: own.double.sent[0]?.id, status: 'failed', timestamp: String(SENT_AT + 60), errors }],
    }),
  );
  await takeIn(own.world);
  const message = (await ticketOf(own.world)).messages.at(-1);
  expect(message).toMatchObject({ delivery: 'failed' });
  expect(message?.deliveryDetail).toContain('Receiver is incapable');
});

test('after a day only an approved text may be sent, and it leaves filled in', async () => {
  own.double.templates = [
    {
      name: 'kettle_ready',
      language: 'hu',
      status: 'APPROVED',
      components: [{ type: 'BODY', text: 'Kedves {{1}}, elkészült a {{2}}.' }],
    },
  ];
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  own.world.pass(24 * 3600);
  const ticket = await ticketOf(own.world);
  const [whatsapp] = await reachableChannels(own.world.db, agent, ticket);
  expect(whatsapp).toMatchObject({
    channel: 'whatsapp',
    reach: { state: 'template', why: 'window_over' },
    hasTemplates: true,
  });
  expect(await answer(own.world, agent)).toEqual({
    ok: false,
    error: { code: 'channel.closed', why: 'window_over' },
  });
  const template = { name: 'kettle_ready', language: 'hu', parameters: ['Ágnes', 'teáskanna'] };
  expect(
    await answer(own.world, agent, { html: '<p>Kedves Ágnes, elkészült a teáskanna.</p>', template }),
  ).toMatchObject({ ok: true });
  await sendSoon(own.world);
  expect(own.double.sent.at(-1)?.body).toMatchObject({
    to: '36301234567',
    type: 'template',
    template: {
      name: 'kettle_ready',
      language: { code: 'hu' },
      components: [{ parameters: [{ text: 'Ágnes' }, { text: 'teáskanna' }] }],
    },
  });
});

test('a window that closes while the message waits is said in the vendor’s words', async () => {
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  await answer(own.world, agent);
  own.double.windows.clear();
  await sendSoon(own.world);
  expect((await ticketOf(own.world)).messages.at(-1)).toMatchObject({
    delivery: 'failed',
    deliveryDetail: '+36301234567: Re-engagement message',
  });
});
