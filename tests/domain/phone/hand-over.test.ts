import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handOver, type Said } from '@/domain/phone/hand-over';

const said = (direction: Said['direction'], text: string, minute = 0): Said => ({
  id: `${direction}${minute}`,
  direction,
  channel: 'chat',
  author: direction === 'inbound' ? 'Anna' : 'Zsófia',
  text,
  at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
});

test('the card has the first question and the newest, our answers, and what we promised', () => {
  const card = handOver([
    said('inbound', 'My kettle leaks.', 0),
    said('outbound', 'Sorry to hear that! We will send a new lid by Friday. Is the base dry?', 1),
    said('inbound', 'It is. Nothing has come yet.', 2),
    said('outbound', 'Let me look.', 3),
  ]);
  expect(card.asked.map(({ text }) => text)).toEqual(['My kettle leaks.', 'It is. Nothing has come yet.']);
  expect(card.tried.map(({ text }) => text)[0]).toBe('Let me look.');
  expect(card.promised).toMatchObject([{ text: 'We will send a new lid by Friday.', author: 'Zsófia' }]);
});

test('one question is shown once', () => {
  expect(handOver([said('inbound', 'Hello?')]).asked).toHaveLength(1);
  expect(handOver([])).toEqual({ asked: [], tried: [], promised: [] });
});

test.each([
  'We’ll call you back.',
  'You will have it by 12 March.',
  'Holnapig visszahívjuk Önt.',
  'A pénzt 3 napon belül visszatérítjük.',
  'Ellenőrizni fogjuk a csomagot.',
  'Mēs Jums rīt nosūtīsim jaunu.',
  'Atmaksāsim naudu līdz piektdienai.',
])('“%s” is a promise', (text) => {
  expect(handOver([said('outbound', text)]).promised).toHaveLength(1);
});

test.each([
  'Thank you for your message.',
  'Köszönjük a levelét.',
  'Paldies par Jūsu ziņu.',
  'Is the base dry?',
])('“%s” is none', (text) => {
  expect(handOver([said('outbound', text)]).promised).toHaveLength(0);
});

test('what customers demand is no promise of ours', () => {
  expect(handOver([said('inbound', 'I will sue you by Friday.')]).promised).toEqual([]);
});

test('long texts become short lines, in reasonable time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), (text) => {
      const card = handOver([said('inbound', text), said('outbound', `${text} We will call. `.repeat(5))]);
      for (const { text: line } of [...card.asked, ...card.tried, ...card.promised]) {
        expect(line.length).toBeLessThanOrEqual(320);
      }
    }),
  );
});
