import { describe, expect, it } from 'vitest';
import {
  afterQuiet,
  NOTICE_KINDS,
  type Preferences,
  preferencesOf,
  USUAL,
  waysOf,
} from '@/domain/notification/preferences';

const timeZone = 'Europe/Budapest';
const at = (text: string) => new Date(text);
const quiet = (over: Partial<Preferences>): Preferences => ({ ...USUAL, ...over });
const night = quiet({ quietFrom: '18:00', quietUntil: '08:00' });
const calmAt = (preferences: Preferences, now: string) =>
  afterQuiet(preferences, { now: at(now), timeZone }).toISOString();

describe('what was stored', () => {
  it('is as the product comes where nothing is', () => {
    expect(preferencesOf(undefined)).toEqual(USUAL);
    expect(preferencesOf({})).toEqual(USUAL);
  });

  it('keeps what differs and leaves the rest as it comes, kind by kind', () => {
    const stored = preferencesOf({ choices: { wrote: { mail: 'digest' } }, quietWeekends: true });
    expect(stored.choices.wrote).toEqual({ app: true, browser: true, mail: 'digest' });
    expect(stored.choices.assigned).toEqual(USUAL.choices.assigned);
    expect(stored.quietWeekends).toBe(true);
    expect(Object.keys(stored.choices)).toEqual([...NOTICE_KINDS]);
  });
});

describe('quiet hours', () => {
  it.each<[string, Preferences, string, string]>([
    ['are none unless they are set', USUAL, '2026-03-04T22:00:00Z', '2026-03-04T22:00:00.000Z'],
    ['reach over midnight, before it', night, '2026-03-04T20:00:00Z', '2026-03-05T07:00:00.000Z'],
    ['reach over midnight, after it', night, '2026-03-05T03:00:00Z', '2026-03-05T07:00:00.000Z'],
    ['end at their minute', night, '2026-03-05T07:00:00Z', '2026-03-05T07:00:00.000Z'],
    ['begin at their minute', night, '2026-03-05T17:00:00Z', '2026-03-06T07:00:00.000Z'],
    [
      'lie within a day',
      quiet({ quietFrom: '12:00', quietUntil: '13:00' }),
      '2026-03-05T11:30:00Z',
      '2026-03-05T12:00:00.000Z',
    ],
    [
      'hold a weekend and the nights around it, from Friday evening to Monday morning',
      quiet({ quietFrom: '18:00', quietUntil: '08:00', quietWeekends: true }),
      '2026-03-06T18:00:00Z',
      '2026-03-09T07:00:00.000Z',
    ],
    [
      'hold a weekend alone, to the midnight before Monday',
      quiet({ quietWeekends: true }),
      '2026-03-07T10:00:00Z',
      '2026-03-08T23:00:00.000Z',
    ],
    ['follow the clocks into summer time', night, '2026-03-28T20:00:00Z', '2026-03-29T06:00:00.000Z'],
  ])('%s', (_, preferences, now, calm) => {
    expect(calmAt(preferences, now)).toBe(calm);
  });
});

describe('the ways of a notice', () => {
  const choose = (mail: 'off' | 'instant' | 'digest', over: Partial<Preferences> = {}) =>
    quiet({ ...over, choices: { ...USUAL.choices, wrote: { app: true, browser: true, mail } } });
  const ways = (preferences: Preferences, now: string) =>
    waysOf(preferences, 'wrote', { now: at(now), timeZone });

  it('are the list, the browser and a mail at once', () => {
    const now = '2026-03-05T10:10:00Z';
    expect(ways(choose('instant'), now)).toEqual({ app: true, browser: true, mailAt: at(now) });
    expect(ways(choose('off'), now).mailAt).toBeNull();
  });

  it('are the list alone while it is quiet, and a mail afterwards', () => {
    const { app, browser, mailAt } = ways(
      choose('instant', { quietFrom: '18:00', quietUntil: '08:00' }),
      '2026-03-05T20:00:00Z',
    );
    expect([app, browser, mailAt?.toISOString()]).toEqual([true, false, '2026-03-06T07:00:00.000Z']);
  });

  it.each<[string, Partial<Preferences>, string, string]>([
    ['a daily digest later today', { digestAt: '16:00' }, '2026-03-05T10:10:00Z', '2026-03-05T15:00:00.000Z'],
    ['a daily digest tomorrow', { digestAt: '08:00' }, '2026-03-05T10:10:00Z', '2026-03-06T07:00:00.000Z'],
    ['an hourly digest', { digest: 'hourly' }, '2026-03-05T10:10:00Z', '2026-03-05T11:00:00.000Z'],
    [
      'an hourly digest that waits for the end of the night',
      { digest: 'hourly', quietFrom: '18:00', quietUntil: '08:30' },
      '2026-03-05T20:10:00Z',
      '2026-03-06T07:30:00.000Z',
    ],
  ])('hold %s', (_, over, now, mailAt) => {
    expect(ways(choose('digest', over), now).mailAt?.toISOString()).toBe(mailAt);
  });

  it('leave the browser out where the list is switched off', () => {
    const choices = { ...USUAL.choices, wrote: { app: false, browser: true, mail: 'off' as const } };
    expect(ways(quiet({ choices }), '2026-03-05T10:10:00Z')).toEqual({
      app: false,
      browser: false,
      mailAt: null,
    });
  });
});
