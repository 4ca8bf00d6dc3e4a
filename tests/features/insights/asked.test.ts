import { expect, test } from 'vitest';
import { askedAgain, readAsked } from '@/features/insights/asked';

const workspace = { today: '2026-11-29', weekStart: 1 };

test('without parameters a board shows the last 30 days, against the 30 before', () => {
  const asked = readAsked({}, workspace);
  expect(asked).toMatchObject({
    span: 'last_30_days',
    period: { from: '2026-10-31', to: '2026-11-29' },
    compared: 'previous',
    bucket: 'day',
    filters: {},
  });
  expect(askedAgain(asked)).toBe('');
});

test('what an address asks for is asked by the address that it makes', () => {
  const address = 'span=last_quarter&compared=year&hours=calendar&channel=chat&team=-';
  const asked = readAsked(Object.fromEntries(new URLSearchParams(address)), workspace);
  expect(asked).toMatchObject({
    compared: 'year',
    hours: 'calendar',
    filters: { channel: ['chat'], team: [''] },
  });
  expect(askedAgain(asked)).toBe(`?${address}`);
  expect(askedAgain(asked, { span: null, channel: null, by: 'agent' })).toBe(
    '?compared=year&hours=calendar&team=-&by=agent',
  );
});

test('days of one’s own are taken where they are days, and two years of them at most', () => {
  const days = readAsked({ from: '2026-01-05', to: '2026-02-28' }, workspace);
  expect(days).toMatchObject({ span: null, period: { from: '2026-01-05', to: '2026-02-28' } });
  expect(askedAgain(days)).toBe('?from=2026-01-05&to=2026-02-28');
  expect(readAsked({ from: '2010-01-01', to: '2026-01-01' }, workspace).period.from).toBe('2023-10-25');
  for (const [from, to] of [
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['x', ['y', 'z']],
  ]) {
    expect(readAsked({ from: String(from), to }, workspace).span).toBe('last_30_days');
  }
});

test('what cannot be understood counts as not said', () => {
  const asked = readAsked({ span: 'forever', compared: 'x', hours: ['z'], channel: '' }, workspace);
  expect(asked).toMatchObject({ span: 'last_30_days', compared: 'previous', hours: null, filters: {} });
});
