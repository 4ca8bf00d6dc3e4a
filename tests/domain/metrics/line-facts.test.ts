import { expect, test } from 'vitest';
import { FACT_KINDS, type Fact, NO_DIMENSIONS } from '@/domain/metrics/facts';
import { callFacts, chatFacts } from '@/domain/metrics/line-facts';

const RULES = { answerSeconds: 20, shortSeconds: 10 };
const about = { ticketId: null, customerId: null, dimensions: NO_DIMENSIONS, spam: false };
const at = new Date('2026-03-02T10:00:00Z');
const seconds = (count: number) => new Date(at.getTime() + count * 1000);

const named = ([fact]: readonly Fact[]) =>
  fact ? Object.fromEntries(FACT_KINDS[fact.kind].map((name, index) => [name, fact.values[index]])) : null;

const call = (over: object) => ({
  ...{ ...about, at, inbound: true, completion: 'completed', waitSeconds: 15 },
  ...{ talkSeconds: 240, holdSeconds: 30, wrapUpSeconds: 60 },
  ...over,
});

test('an answered call is handled for talk, hold and wrap-up (contracts G.7)', () => {
  expect(named(callFacts(call({}), RULES))).toEqual({
    call_handle: 5.5,
    call_abandoned: 0,
    call_in_time: 1,
    call_wait: 0.25,
    call_busy: 5.5,
    call_talk: 4,
    call_hold: 0.5,
    call_wrap_up: 1,
  });
  expect(named(callFacts(call({ waitSeconds: 21 }), RULES))?.['call_in_time']).toBe(0);
});

test('who hangs up in the queue left it; within ten seconds they never waited', () => {
  const left = call({ completion: 'abandoned_in_queue', waitSeconds: 10 });
  expect(named(callFacts(left, RULES))).toMatchObject({ call_abandoned: 1, call_handle: null });
  expect(callFacts({ ...left, waitSeconds: 9 }, RULES)).toEqual([]);
});

test('our own call is handled, and was offered by nobody', () => {
  expect(named(callFacts(call({ inbound: false }), RULES))).toMatchObject({
    call_handle: 5.5,
    call_abandoned: null,
  });
});

test('of 200 chats with 20 left, 5 of them at once, 15 of 195 were abandoned (contracts G.13)', () => {
  const chat = (index: number) => {
    const leaves = index < 20;
    const endedAt = leaves ? seconds(index < 5 ? 9 : 40) : seconds(600);
    const taken = { acceptedAt: leaves ? null : seconds(12), waitedMs: leaves ? null : 12_000 };
    return { ...about, createdAt: at, endedAt, ...taken };
  };
  const told = Array.from({ length: 200 }, (_, index) => named(chatFacts(chat(index), RULES))).filter(
    (values) => values?.['chat_abandoned'] != null,
  );
  const left = told.filter((values) => values?.['chat_abandoned'] === 1);
  expect([left.length, told.length]).toEqual([15, 195]);
});
