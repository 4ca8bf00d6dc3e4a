import { expect, test } from 'vitest';
import { recipientsFor } from '@/domain/ticket/recipients';

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
