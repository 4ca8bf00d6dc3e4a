import { expect, test } from 'vitest';
import { applyMacro } from '@/domain/macro/apply-macro';
import { undoMacro } from '@/domain/macro/undo-macro';
import { openTicket } from '@/domain/ticket/receive';
import type { MacroApplied, NewMessage, Ticket } from '@/domain/ticket/ticket';

const at = new Date('2026-03-02T09:00:00Z');
const by = { kind: 'user', id: 'u1', name: 'Emma', role: 'agent', scope: 'all', teamIds: [] } as const;
const macro = { id: 'm1', name: 'Refund', applicationId: 'a1' };

const ticket: Ticket = {
  ...openTicket(
    {
      id: 't1',
      number: 7,
      subject: 'Kettle',
      channel: 'email',
      channelAccountId: null,
      requesterId: 'c1',
      teamId: null,
      language: 'hu',
      followUpOfId: null,
      spam: false,
      tagIds: ['old'],
    },
    { message: null, by, at },
  ).after,
  version: 1,
};
const note = {
  id: 'n1',
  direction: 'note',
  author: { kind: 'user' },
  visibleText: 'x',
} as unknown as NewMessage;

const apply = (over: Partial<Parameters<typeof applyMacro>[1]> = {}) => {
  const patch = { priority: 'high', assigneeId: 'u1', tagIds: ['new'] } as const;
  const done = applyMacro(ticket, { macro, patch, notes: [note], by, at, ...over });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

test('fields, tags and notes are one change, and the history begins with whose doing it was', () => {
  const change = apply();
  expect(change.after).toMatchObject({ priority: 'high', assigneeId: 'u1', status: 'open', tagIds: ['new'] });
  expect(change.events.map(({ type }) => type)).toEqual([
    'macro.applied',
    'ticket.status_changed',
    'ticket.priority_changed',
    'ticket.assigned',
    'ticket.tagged',
    'ticket.untagged',
    'message.added',
  ]);
});

test('a macro that finds everything as it wants it leaves no trace', () => {
  expect(apply({ patch: { tagIds: ['old'] }, notes: [] }).events).toEqual([]);
});

test('a closed ticket takes no macro', () => {
  const closed: Ticket = { ...ticket, status: 'closed' };
  expect(applyMacro(closed, { macro, patch: { tagIds: [] }, notes: [], by, at })).toEqual({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test('undoing sets everything back and takes the notes back', () => {
  const { after, events } = apply();
  const trace = JSON.parse((events[0] as MacroApplied).trace);
  const change = undoMacro(after, {
    macro: { macroId: 'm1', name: 'Refund', applicationId: 'a1' },
    trace,
    by,
    at,
  });
  expect(change.after).toMatchObject({
    priority: 'normal',
    assigneeId: null,
    status: 'new',
    tagIds: ['old'],
  });
  expect(change.events.slice(0, 2)).toEqual([
    { type: 'macro.undone', macroId: 'm1', name: 'Refund', applicationId: 'a1' },
    { type: 'message.cancelled', messageId: 'n1', reason: 'undone' },
  ]);
});

test('what somebody has set since stays as they set it', () => {
  const { after, events } = apply();
  const trace = JSON.parse((events[0] as MacroApplied).trace);
  const since: Ticket = { ...after, priority: 'urgent', tagIds: ['new', 'theirs'] };
  const change = undoMacro(since, {
    macro: { macroId: 'm1', name: 'Refund', applicationId: 'a1' },
    trace,
    by,
    at,
  });
  expect(change.after).toMatchObject({ priority: 'urgent', assigneeId: null, tagIds: ['old', 'theirs'] });
});
