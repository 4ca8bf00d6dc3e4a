import { expect, test } from 'vitest';
import { participantsOf, recipientsFor, withoutOwn } from '@/domain/ticket/recipients';

const box = (address: string) => ({ address, name: null });
const anna = { address: 'anna@customer.test', name: 'Anna Ozola' };
const own = ['support@shop.test', 'sales@shop.test'];
const names = (list: readonly { address: string }[]) => list.map(({ address }) => address.split('@')[0]);

test('nobody has written: the requester alone', () => {
  const { reply, replyAll } = recipientsFor(anna, null, own);
  expect(reply).toEqual({ to: [anna], cc: [] });
  expect(replyAll).toEqual({ to: [anna], cc: [] });
});

test('everybody in To and Cc of the last mail is in copy, but we are not', () => {
  const last = {
    sender: anna,
    to: [box('support@shop.test'), box('bela@customer.test')],
    cc: [box('Sales@Shop.test'), box('csilla@customer.test'), box('BELA@customer.test')],
  };
  const { reply, replyAll } = recipientsFor(anna, last, own);
  expect(reply).toEqual({ to: [anna], cc: [] });
  expect(names(replyAll.to)).toEqual(['anna']);
  expect(names(replyAll.cc)).toEqual(['bela', 'csilla']);
});

test('our signed reply address is ours too', () => {
  const last = { sender: anna, to: [box('support+t1042.abcdefghij234567@shop.test')], cc: [] };
  expect(recipientsFor(anna, last, own).replyAll.cc).toEqual([]);
});

test('when a colleague of the requester wrote, the colleague is answered, and with all the requester too', () => {
  const bela = box('bela@customer.test');
  const last = { sender: bela, to: [box('support@shop.test')], cc: [anna] };
  const { reply, replyAll } = recipientsFor(anna, last, own);
  expect(reply.to).toEqual([bela]);
  expect(names(replyAll.to)).toEqual(['anna', 'bela']);
  expect(replyAll.cc).toEqual([]);
});

test('a mail that pretends to come from us is answered to the requester', () => {
  const last = { sender: box('support@shop.test'), to: [], cc: [] };
  expect(recipientsFor(anna, last, own).reply.to).toEqual([anna]);
});

test('without any address there is nobody to write to', () => {
  expect(recipientsFor(null, null, own)).toEqual({
    reply: { to: [], cc: [] },
    replyAll: { to: [], cc: [] },
  });
});

const said = (direction: 'inbound' | 'outbound', addresses: Record<string, string>, over: object = {}) => ({
  direction,
  unverified: false,
  cancelled: false,
  addresses: Object.entries(addresses).map(([kind, address]) => ({ kind, address })),
  ...over,
});

test('whoever wrote or was answered takes part; whom a mail only names in copy, or forged, does not', () => {
  const messages = [
    said('inbound', { from: 'Anna@customer.test', cc: 'stranger@elsewhere.test' }),
    said('inbound', { from: 'boss@customer.test' }, { unverified: true }),
    said('outbound', { from: 'support@shop.test', to: 'anna@customer.test', cc: 'bela@customer.test' }),
    said('outbound', { to: 'never@customer.test' }, { cancelled: true }),
  ];
  expect(participantsOf(messages)).toEqual(['anna@customer.test', 'bela@customer.test']);
});

test('a mail goes to each address once, and never to ourselves', () => {
  const given = {
    to: [anna, box('support+t1.abc@shop.test')],
    cc: [box('Sales@shop.test'), box('ANNA@customer.test'), box('bela@customer.test')],
    bcc: [box('bela@customer.test'), box('csilla@customer.test')],
  };
  expect(withoutOwn(given, own)).toEqual({
    to: [anna],
    cc: [box('bela@customer.test')],
    bcc: [box('csilla@customer.test')],
  });
});
