import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handOver, type Owed, type Said, type Tried } from '@/domain/phone/hand-over';

const clock = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));

const said = (direction: Said['direction'], text: string, minute = 0): Said => ({
  id: `${direction}${minute}`,
  direction,
  channel: 'chat',
  author: direction === 'inbound' ? 'Anna' : 'Zsófia',
  text,
  at: clock(minute),
  isCall: false,
  callbackId: null,
});

const tried = (outcome: Tried['outcome'], minute: number, over: Partial<Tried> = {}): Tried => ({
  id: `tried${minute}`,
  outcome,
  author: 'Zsófia',
  note: '',
  at: clock(minute),
  callbackId: 'c1',
  ...over,
});

const owed = (about: Owed['about'], minute: number, text = ''): Owed => ({
  id: about,
  about,
  state: 'open',
  dueAt: clock(minute),
  author: '',
  text,
  at: clock(0),
});

test('the card has the first question and the newest, our answers, and what we promised', () => {
  const card = handOver({
    said: [
      said('inbound', 'My kettle leaks.', 0),
      said('outbound', 'Sorry to hear that! We will send a new lid by Friday. Is the base dry?', 1),
      said('inbound', 'It is. Nothing has come yet.', 2),
      said('outbound', 'Let me look.', 3),
    ],
  });
  expect(card.asked.map(({ text }) => text)).toEqual(['My kettle leaks.', 'It is. Nothing has come yet.']);
  expect(card.tried.map(({ text }) => text)[0]).toBe('Let me look.');
  expect(card.promised).toMatchObject([{ text: 'We will send a new lid by Friday.', author: 'Zsófia' }]);
});

test('one question is shown once', () => {
  expect(handOver({ said: [said('inbound', 'Hello?')] }).asked).toHaveLength(1);
  expect(handOver({ said: [] })).toEqual({ asked: [], tried: [], owed: [], promised: [] });
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
  expect(handOver({ said: [said('outbound', text)] }).promised).toHaveLength(1);
});

test.each([
  'Thank you for your message.',
  'Köszönjük a levelét.',
  'Paldies par Jūsu ziņu.',
  'Is the base dry?',
])('“%s” is none', (text) => {
  expect(handOver({ said: [said('outbound', text)] }).promised).toHaveLength(0);
});

test('what customers demand is no promise of ours', () => {
  expect(handOver({ said: [said('inbound', 'I will sue you by Friday.')] }).promised).toEqual([]);
});

test('long texts become short lines, in reasonable time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), (text) => {
      const card = handOver({
        said: [said('inbound', text), said('outbound', `${text} We will call. `.repeat(5))],
      });
      for (const { text: line } of [...card.asked, ...card.tried, ...card.promised]) {
        expect(line.length).toBeLessThanOrEqual(320);
      }
    }),
  );
});

test('attempts to call count as tried, between our answers by their time; a callback that reached them is its call', () => {
  const call = { ...said('outbound', 'Explained the lid.', 30), isCall: true, callbackId: 'c1' };
  const card = handOver({
    said: [said('outbound', 'Let me look.', 10), call],
    tried: [
      tried('no_answer', 20, { note: 'rang out' }),
      tried('reached', 31),
      tried('busy', 5, { callbackId: null }),
    ],
  });
  expect(card.tried.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['Explained the lid.', null],
    ['rang out', 'no_answer'],
    ['Let me look.', null],
  ]);
  // Without a word of the call the attempt says that they were reached.
  const silent = handOver({ said: [{ ...call, text: ' ' }], tried: [tried('reached', 31)] });
  expect(silent.tried).toMatchObject([{ outcome: 'reached', isCall: true }]);
});

test('a call of which nothing was noted is no question', () => {
  const card = handOver({
    said: [{ ...said('inbound', ''), isCall: true }, said('inbound', 'It leaks.', 2)],
  });
  expect(card.asked.map(({ text }) => text)).toEqual(['It leaks.']);
});

test('what is owed comes by its time, and is not said twice', () => {
  const card = handOver({
    said: [said('outbound', 'We will write by Friday. We will send a lid.', 1)],
    owed: [owed('resolution', 50), owed('answer', 40, 'We will write by Friday.')],
  });
  expect(card.owed.map(({ about }) => about)).toEqual(['answer', 'resolution']);
  expect(card.promised.map(({ text }) => text)).toEqual(['We will send a lid.']);
});
