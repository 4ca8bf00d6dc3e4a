import { expect, test } from 'vitest';
import { anchorsOf, outcomeOf, refusalOf } from '@/domain/rule/rule';

const free = { depth: 0, onTicket: 0, onAll: 0, hourlyLimit: 5 };

test('depth, times on one ticket and times at all each refuse by themselves', () => {
  expect(refusalOf(free)).toBeNull();
  expect(refusalOf({ ...free, depth: 4 })).toBeNull();
  expect(refusalOf({ ...free, depth: 5 })).toBe('rule.too_deep');
  expect(refusalOf({ ...free, onTicket: 10 })).toBe('rule.too_often_here');
  expect(refusalOf({ ...free, onAll: 5 })).toBe('rule.too_often');
});

test('a run is partly done when some of its actions failed', () => {
  const [good, bad] = [{ kind: 'stop', ok: true } as const, { kind: 'stop', ok: false } as const];
  expect(outcomeOf([good, good])).toBe('done');
  expect(outcomeOf([good, bad])).toBe('partly');
  expect(outcomeOf([bad])).toBe('failed');
});

test('a stay is counted from the times that are asked for, and from the status where that is', () => {
  expect(anchorsOf(null)).toEqual([]);
  const silence = { field: 'sinceReply', operator: 'open_elapsed_at_least', values: ['60'] } as const;
  expect(anchorsOf(silence)).toEqual(['sinceReply']);
  const pending = { field: 'status', operator: 'is_any_of', values: ['pending'] } as const;
  expect(anchorsOf({ all: [silence, { not: pending }] })).toEqual(['sinceReply', 'sinceStatusChange']);
});
