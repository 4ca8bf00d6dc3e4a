import { expect, test } from 'vitest';
import { undoMacro } from '@/domain/macro/undo-macro';
import { openTicket } from '@/domain/ticket/receive';
import type { Ticket } from '@/domain/ticket/ticket';

const at = new Date('2026-03-02T09:00:00Z');
const by = { kind: 'user', id: 'u1', name: 'Emma', role: 'agent', scope: 'all', teamIds: [] } as const;
const macro = { macroId: 'm1', name: 'Close', applicationId: 'a1' };
const opening = {
  id: 't1',
  number: 7,
  subject: 'Kettle',
  channel: 'email',
  channelAccountId: null,
  requesterId: 'c1',
  teamId: null,
  language: null,
  followUpOfId: null,
  spam: false,
} as const;
const ticket: Ticket = {
  ...openTicket(opening, { message: null, by, at }).after,
  status: 'solved',
  solvedAt: at,
};

test('a ticket that a macro solved is no longer solved', () => {
  const trace = {
    set: { status: { from: 'open', to: 'solved' } },
    addedTags: [],
    removedTags: [],
    messageIds: [],
  };
  const change = undoMacro(ticket, { macro, trace, by, at });
  expect(change.after).toMatchObject({ status: 'open', solvedAt: null });
});

test('where nothing is as the macro left it, only the undoing itself is on record', () => {
  const trace = {
    set: { status: { from: 'open', to: 'pending' } },
    addedTags: ['x'],
    removedTags: [],
    messageIds: [],
  };
  const change = undoMacro(ticket, { macro, trace, by, at });
  expect(change.after).toEqual(ticket);
  expect(change.events).toEqual([{ type: 'macro.undone', ...macro }]);
});
