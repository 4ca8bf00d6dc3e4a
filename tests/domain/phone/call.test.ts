import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agentOfCall,
  CALL_FACTS,
  type CallFact,
  foldCall,
  transcriptOfCall,
  wasAnswered,
} from '@/domain/phone/call';

const START = Date.parse('2026-03-02T09:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const fact = (kind: CallFact['kind'], seconds: number, more: Partial<CallFact> = {}): CallFact => ({
  key: `${kind}@${seconds}`,
  kind,
  at: at(seconds),
  sequence: 0,
  ...more,
});

const answered = [
  fact('queued', 0),
  fact('ringing', 20),
  fact('answered', 26),
  fact('hold', 60),
  fact('unhold', 90),
  fact('ended', 326),
];

test('durations are those between instants: waiting, ringing, talk without hold', () => {
  expect(foldCall(answered, 'inbound', at(999))).toMatchObject({
    status: 'ended',
    completion: 'completed',
    startedAt: at(0),
    answeredAt: at(26),
    endedAt: at(326),
    waitSeconds: 26,
    ringSeconds: 6,
    timeToAnswer: 26,
    talkSeconds: 270,
    holdSeconds: 30,
    totalSeconds: 326,
  });
});

test('a hold that was never taken off ends with the call', () => {
  const call = foldCall([fact('answered', 0), fact('hold', 40), fact('ended', 100)], 'inbound', at(0));
  expect(call).toMatchObject({ talkSeconds: 40, holdSeconds: 60 });
});

test('what the customer chose of the recording stands, whenever they are told of it', () => {
  const consentOf = (...said: ('announced' | 'opted_in' | 'opted_out')[]) =>
    foldCall(
      said.map((consent, index) => fact('consent', index, { key: `c${index}`, consent })),
      'inbound',
      at(0),
    ).recordingConsent;
  expect(consentOf('announced', 'opted_out', 'announced')).toBe('opted_out');
  expect(consentOf('opted_out', 'opted_in')).toBe('opted_in');
  expect(consentOf('announced')).toBe('announced');
  expect(consentOf()).toBeNull();
});

test('order and repetition of what was reported change nothing', () => {
  const moment = fc.integer({ min: 0, max: 600 });
  const facts = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...CALL_FACTS), seconds: moment, sequence: fc.nat(3) }),
    { maxLength: 12, selector: ({ kind, seconds, sequence }) => `${kind}${seconds}${sequence}` },
  );
  fc.assert(
    fc.property(facts, fc.infiniteStream(fc.nat()), (list, chance) => {
      const known = list.map(({ kind, seconds, sequence }, index) =>
        fact(kind, seconds, { sequence, key: String(index) }),
      );
      const shuffled = [...known, ...known.slice(0, 3)]
        .map((each) => ({ each, by: Number(chance.next().value) }))
        .sort((a, b) => a.by - b.by)
        .map(({ each }) => each);
      expect(foldCall(shuffled, 'inbound', at(0))).toEqual(foldCall(known, 'inbound', at(0)));
    }),
  );
});

test('durations are never negative and talk fits within the call, whatever clocks say', () => {
  const facts = fc.array(
    fc.record({ kind: fc.constantFrom(...CALL_FACTS), seconds: fc.integer({ min: -500, max: 500 }) }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(facts, (list) => {
      const call = foldCall(
        list.map(({ kind, seconds }, index) => fact(kind, seconds, { key: String(index) })),
        'outbound',
        at(0),
      );
      expect(
        Math.min(call.talkSeconds, call.holdSeconds, call.ringSeconds, call.waitSeconds),
      ).toBeGreaterThanOrEqual(0);
      expect(call.talkSeconds + call.holdSeconds).toBeLessThanOrEqual(call.totalSeconds + 1);
    }),
  );
});

test('a call that has ended stays ended, and its first end counts', () => {
  const call = foldCall(
    [
      fact('ended', 10, { completion: 'busy' }),
      fact('ringing', 12),
      fact('ended', 15, { completion: 'failed' }),
    ],
    'outbound',
    at(0),
  );
  expect(call).toMatchObject({ status: 'ended', completion: 'busy', endedAt: at(10) });
});

test.each([
  [[fact('ringing', 0), fact('ended', 9)], 'inbound', 'missed'],
  [[fact('ringing', 0), fact('ended', 9)], 'outbound', 'no_answer'],
  [[fact('queued', 0), fact('ended', 9)], 'inbound', 'abandoned_in_queue'],
  [[fact('connected', 0), fact('ended', 9)], 'inbound', 'abandoned_in_ivr'],
  [[fact('ringing', 0), fact('voicemail', 5), fact('ended', 30)], 'inbound', 'voicemail'],
  [[fact('queued', 0), fact('callback_wanted', 5), fact('ended', 6)], 'inbound', 'callback'],
  [[fact('answered', 1), fact('voicemail', 5), fact('ended', 30)], 'inbound', 'completed'],
] as const)('how a call ended is told from what happened (%#)', (facts, direction, completion) => {
  expect(foldCall(facts, direction, at(0)).completion).toBe(completion);
});

test('where only the end was reported, the counted seconds say when it was answered', () => {
  const call = foldCall([fact('ended', 100, { completion: 'completed', seconds: 70 })], 'outbound', at(0));
  expect(call).toMatchObject({ completion: 'completed', answeredAt: at(30), talkSeconds: 70 });
});

test('a call comes only forwards through its states', () => {
  const states = [[], [fact('initiated', 0)], [fact('ringing', 1)], [fact('connected', 2)], answered].map(
    (facts) => foldCall(facts, 'inbound', at(0)).status,
  );
  expect(states).toEqual(['queued', 'initiated', 'ringing', 'in_progress', 'ended']);
});

test('only a call in which two people spoke counts as an answer', () => {
  expect(wasAnswered('completed')).toBe(true);
  expect(wasAnswered('voicemail')).toBe(false);
  expect(wasAnswered(null)).toBe(false);
});

test('a call is with whom the latest fact names that names somebody, in whatever order they come', () => {
  const told = [
    fact('answered', 5, { agentId: 'emma' }),
    fact('transferred', 40, { agentId: 'janis' }),
    fact('ended', 90),
  ];
  expect([agentOfCall(told), agentOfCall(told.toReversed()), agentOfCall([])]).toEqual([
    'janis',
    'janis',
    null,
  ]);
});

test('what was said stands in the order in which it was told of, each once', () => {
  const told = [
    fact('recording', 99, { transcript: 'Second.' }),
    fact('ended', 90, { transcript: 'First.' }),
  ];
  const again = fact('voicemail', 95, { transcript: 'First.' });
  expect(transcriptOfCall([...told, again])).toBe('First.\n\nSecond.');
  expect(transcriptOfCall([fact('ended', 90)])).toBe('');
});
