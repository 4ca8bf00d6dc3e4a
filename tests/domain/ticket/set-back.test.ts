import { expect, test } from 'vitest';
import { movedSince, namesIn, type Settings, seenOf, settingBack, settingIn } from '@/domain/ticket/set-back';

const WAS: Settings = {
  ...{ subject: 'Kettle', status: 'new', priority: 'normal', type: 'question', assigneeId: null },
  ...{ teamId: 'team', language: null, spam: false, trash: false, snoozedUntil: null, tags: ['vip'] },
  fields: { size: 'large', gift: true },
};

test('what was set goes back, and expects to find what was set', () => {
  const change = { priority: 'high', assigneeId: 'anna' } as const;
  expect(settingBack(change, WAS)).toEqual({
    ...{ priority: 'normal', assigneeId: null },
    seen: { priority: 'high', assigneeId: 'anna' },
  });
});

test('what is set to what it was already needs no way back', () => {
  expect(settingBack({ priority: 'normal', addTags: ['vip'] }, WAS)).toBeNull();
  expect(settingBack({ fields: { size: 'large' }, removeTags: ['none'] }, WAS)).toBeNull();
});

test('a new ticket that was solved comes back as open, since nobody can make it new', () => {
  expect(settingBack({ status: 'solved' }, WAS)).toEqual({ status: 'open', seen: { status: 'solved' } });
});

test('waking up sends back to sleep in the status that it had', () => {
  const asleep: Settings = { ...WAS, status: 'on_hold', snoozedUntil: new Date('2026-12-03T07:00:00Z') };
  expect(settingBack({ snoozedUntil: null }, asleep)).toMatchObject({
    ...{ status: 'on_hold', snoozedUntil: asleep.snoozedUntil },
    seen: { snoozedUntil: null },
  });
});

test('only the tags that were added or removed go back', () => {
  const back = settingBack({ addTags: ['vip', 'late'], removeTags: ['vip', 'gone'] }, WAS);
  expect(back).toEqual({ removeTags: ['late'], addTags: ['vip'], seen: {} });
});

test('own fields go back to what stood there, or to nothing', () => {
  expect(settingBack({ fields: { size: 'small', note: 'x', gift: true } }, WAS)).toEqual({
    fields: { size: 'large', note: null },
    seen: { 'fields.size': 'small', 'fields.note': 'x' },
  });
});

test('a writer has seen the values of what they set, and no others', () => {
  const asleep = { ...WAS, snoozedUntil: new Date('2026-12-03T07:00:00Z') };
  expect(seenOf({ snoozedUntil: null, fields: { gift: false }, addTags: ['x'] }, asleep)).toEqual({
    ...{ snoozedUntil: '2026-12-03T07:00:00.000Z', 'fields.gift': 'true' },
  });
});

test('a field that is not what was seen has moved; an instant is the same however it is written', () => {
  const at = new Date('2026-12-03T07:00:00Z');
  const seen = { priority: 'low', type: 'question', snoozedUntil: at.toISOString() };
  expect(movedSince(seen, { ...WAS, snoozedUntil: at })).toEqual(['priority']);
});

test('a change says what it sets a field to, and how its fields are called', () => {
  const change = { snoozedUntil: null, status: 'open', fields: { size: 'small' }, addTags: ['x'] } as const;
  expect(namesIn(change)).toEqual(['snoozedUntil', 'fields.size', 'tags']);
  expect(['status', 'fields.size', 'priority'].map((name) => settingIn(change, name))).toEqual([
    ...['open', 'small', null],
  ]);
});

test('what was sent to sleep goes back only where it still sleeps in the status that this gave it', () => {
  const until = '2026-12-03T07:00:00.000Z';
  const open: Settings = { ...WAS, status: 'open' };
  expect(settingBack({ snoozedUntil: until }, open)).toEqual({
    ...{ status: 'open', snoozedUntil: null },
    seen: { status: 'pending', snoozedUntil: until },
  });
});

test('a sleeping ticket that was solved goes back to sleep', () => {
  const asleep: Settings = { ...WAS, status: 'pending', snoozedUntil: '2026-12-03T07:00:00.000Z' };
  expect(settingBack({ status: 'solved' }, asleep)).toEqual({
    ...{ status: 'pending', snoozedUntil: '2026-12-03T07:00:00.000Z' },
    seen: { status: 'solved', snoozedUntil: null },
  });
  expect(settingBack({ status: 'on_hold' }, asleep)).toEqual({
    status: 'pending',
    seen: { status: 'on_hold' },
  });
});
