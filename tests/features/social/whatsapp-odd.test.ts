import { expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';
import { callOutside } from '@/server/http/call-outside';
import { whatsappPush } from '../../doubles/meta-push';
import { answer, connected, sendAll, sendSoon, takeIn, ticketOf } from './support';
import { config, contacts, PERSON, SENT_AT, text, withWhatsapp } from './whatsapp-world';

const { own, bring } = withWhatsapp();

test('too many calls, trouble on their side and a token that ran out are tried again; the last shows on the light', async () => {
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  await answer(own.world, agent);
  own.double.tooMany = 1;
  await sendSoon(own.world);
  own.double.broken = 1;
  own.world.pass(61);
  await sendAll(own.world);
  own.double.signedOut = true;
  own.world.pass(61);
  await sendAll(own.world);
  expect(await own.world.db.channelAccount.findFirst({ where: { id: own.account.id } })).toMatchObject({
    health: 'failing',
  });
  own.double.signedOut = false;
  own.world.pass(3600);
  await sendAll(own.world);
  expect(own.double.sent).toHaveLength(1);
});

test('files come and go; one whose address ran out is named', async () => {
  const agent = await own.world.member();
  own.double.media.set('555', { bytes: Buffer.from('%PDF-1.4 an invoice'), type: 'application/pdf' });
  own.double.media.set('556', { bytes: Buffer.from('x'), type: 'image/jpeg', expired: true });
  const document = {
    ...text('A', ''),
    type: 'document',
    text: undefined,
    document: { id: '555', mime_type: 'application/pdf', filename: 'számla.pdf', caption: 'Itt a számla' },
  };
  const image = {
    ...text('B', ''),
    type: 'image',
    text: undefined,
    image: { id: '556', mime_type: 'image/jpeg' },
  };
  await bring(whatsappPush({ contacts, messages: [document, image] }));
  await takeIn(own.world);
  const { messages, id } = await ticketOf(own.world);
  expect(messages[0]).toMatchObject({
    text: 'Itt a számla',
    attachments: [{ name: 'számla.pdf', type: 'application/pdf' }],
  });
  expect(messages[1]?.headers).toEqual({ 'missing-files': ['image.jpeg'] });
  const { workspaceId } = own.world;
  const attachment = await own.world.db.attachment.findFirstOrThrow({ where: { workspaceId } });
  const upload = { ...attachment, id: agent.newId(), messageId: null, uploadedById: agent.actor.id };
  await own.world.db.attachment.create({ data: upload });
  await answer(own.world, agent, { ticketId: id, attachmentIds: [upload.id] });
  await sendSoon(own.world);
  expect(own.double.sent.map(({ body }) => body['type'])).toEqual(['text', 'document']);
});

test('a batch with two numbers, a doubled message and a broken one: all that can be is kept, the rest is shown', async () => {
  const other = await connected('whatsapp', { ...config, phoneNumberId: '10000000009' }, undefined);
  const second = await connected('whatsapp', { ...config, phoneNumberId: '10000000008' }, own.world).catch(
    () => null,
  );
  expect(second).not.toBeNull();
  const one = whatsappPush({ contacts, messages: [text('A', 'first'), text('A', 'first'), { id: 7 }] });
  const two = whatsappPush({ phone: '10000000008', contacts, messages: [text('B', 'to the other number')] });
  await bring({
    ...one,
    entry: [
      ...one.entry,
      ...two.entry,
      ...whatsappPush({ phone: '10000000009', messages: [text('C', 'not ours')] }).entry,
    ],
  });
  await takeIn(own.world);
  const { workspaceId } = own.world;
  expect(
    (await own.world.db.message.findMany({ where: { workspaceId }, select: { text: true } }))
      .map(({ text: words }) => words)
      .sort(),
  ).toEqual(['first', 'to the other number']);
  expect(await own.world.db.rawInbound.findFirst({ where: { workspaceId } })).toMatchObject({
    state: 'held',
    reason: 'unreadable: in part',
  });
  expect(await other.world.db.message.count({ where: { workspaceId: other.world.workspaceId } })).toBe(0);
});

test('somebody who changes their number stays the same customer on the same ticket', async () => {
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  const system = {
    type: 'user_changed_user_id',
    previous_user_id: PERSON,
    user_id: 'HU.999',
    wa_id: '36209999999',
  };
  await bring(
    whatsappPush({
      messages: [
        { from: '36301234567', id: 'wamid.S', timestamp: String(SENT_AT + 5), type: 'system', system },
      ],
    }),
  );
  await bring(
    whatsappPush({
      contacts: [],
      messages: [text('B', 'It is me again', { from: '36209999999', from_user_id: 'HU.999' })],
    }),
  );
  await takeIn(own.world);
  const { workspaceId } = own.world;
  expect(await own.world.db.customer.count({ where: { workspaceId } })).toBe(1);
  expect((await ticketOf(own.world)).messages).toHaveLength(2);
});

test('when the new number is somebody here already, the two are one customer by the word of the vendor', async () => {
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  const other = { from: '36209999999', from_user_id: 'HU.999' };
  await bring(whatsappPush({ contacts: [], messages: [text('B', 'From my new phone', other)] }));
  await takeIn(own.world);
  const { workspaceId } = own.world;
  const alive = { workspaceId, mergedIntoId: null };
  expect(await own.world.db.customer.count({ where: alive })).toBe(2);
  const system = {
    type: 'user_changed_user_id',
    previous_user_id: PERSON,
    user_id: 'HU.999',
    wa_id: '36209999999',
  };
  const renamed = {
    from: '36301234567',
    id: 'wamid.S',
    timestamp: String(SENT_AT + 5),
    type: 'system',
    system,
  };
  await bring(whatsappPush({ messages: [renamed] }));
  await takeIn(own.world);
  expect(await own.world.db.customer.count({ where: alive })).toBe(1);
  await bring(whatsappPush({ contacts: [], messages: [text('C', 'Still me', other)] }));
  await takeIn(own.world);
  expect(await own.world.db.customer.count({ where: alive })).toBe(1);
});

test('only texts that can be filled in wholly are offered, from all pages, and values stand in the blanks they were meant for', async () => {
  const words = (body: string, ...more: object[]) => [{ type: 'BODY', text: body }, ...more];
  const approved = (name: string, components: object[]) => ({
    name,
    language: 'en',
    status: 'APPROVED',
    components,
  });
  const link = (url: string) => ({ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url }] });
  own.double.templates = [
    approved('picture', words('See', { type: 'HEADER', format: 'IMAGE' })),
    approved('named_heading', words('Hello', { type: 'HEADER', format: 'TEXT', text: 'For {{1}}' })),
    approved('open_link', words('Track', link('https://shop.test/{{1}}'))),
    approved('code', words('{{1}}', { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] })),
    { ...approved('paused', words('Not now')), status: 'PAUSED' },
    ...Array.from({ length: 120 }, (_, at) => approved(`plain_${at}`, words(`Text ${at}`))),
    approved(
      'turned',
      words('{{2}} for {{1}}', link('https://shop.test/'), { type: 'FOOTER', text: 'Kanna' }),
    ),
  ];
  const adapter = conversationChannel('whatsapp');
  const listed = await adapter?.templates?.(adapter.config.parse(config), callOutside);
  expect(listed?.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 120 }, (_, at) => `plain_${at}`),
    'turned',
  ]);
  expect(listed?.at(-1)?.parameters).toEqual(['1', '2']);
  const agent = await own.world.member();
  await bring(whatsappPush({ contacts, messages: [text('A', 'Hello')] }));
  await takeIn(own.world);
  own.world.pass(24 * 3600);
  const template = { name: 'turned', language: 'en', parameters: ['1=Anna', '2=total=5'] };
  await answer(own.world, agent, { html: '<p>total=5 for Anna</p>', template });
  await sendSoon(own.world);
  expect(own.double.sent.at(-1)?.body).toMatchObject({
    template: { components: [{ type: 'body', parameters: [{ text: 'Anna' }, { text: 'total=5' }] }] },
  });
});
