import { expect, test } from 'vitest';
import { firstStanding, savesOf, standingAfter } from '@/domain/metrics/ticket-past';
import { event, moves, pastOf, says } from './given';

test('the beginning is the present with every change taken back', () => {
  const past = pastOf([
    event(1, 'ticket.team_changed', { from: null, to: 'blue' }),
    event(2, 'ticket.team_changed', { from: 'blue', to: 'red' }),
    moves(3, 'new', 'solved'),
  ]);
  expect(firstStanding(past)).toMatchObject({ teamId: null, status: 'new', priority: 'normal' });
});

test('forwards and backwards meet', () => {
  const past = pastOf([moves(1, 'new', 'open'), moves(2, 'open', 'solved')]);
  expect(past.events.reduce(standingAfter, firstStanding(past)).status).toBe('solved');
});

test('events of one save stay together', () => {
  const saves = savesOf([says(1, 'answers'), moves(1, 'open', 'solved'), says(2, 'asks')]);
  expect(saves.map((save) => save.length)).toEqual([2, 1]);
});
