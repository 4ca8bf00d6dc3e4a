import { expect, test } from 'vitest';
import { closeTicket, moveByTrash, updateTicket } from '@/domain/ticket/update';
import { aTicket, NOON, zsofia } from './given';

const now = { by: zsofia, at: NOON };

test.each([
  [{ priority: 'urgent' }, [{ type: 'ticket.priority_changed', from: 'normal', to: 'urgent' }]],
  [{ type: 'complaint' }, [{ type: 'ticket.type_changed', from: 'question', to: 'complaint' }]],
  [{ subject: 'Kettle' }, [{ type: 'ticket.subject_changed', from: 'Broken kettle', to: 'Kettle' }]],
  [{ teamId: 'repairs' }, [{ type: 'ticket.team_changed', from: null, to: 'repairs' }]],
  [{ requesterId: 'bela' }, [{ type: 'ticket.requester_changed', from: 'anna', to: 'bela' }]],
  [{ language: 'hu' }, [{ type: 'ticket.language_changed', from: null, to: 'hu' }]],
  [{ spam: true }, [{ type: 'ticket.spam_changed', from: false, to: true }]],
  [
    { tagIds: ['b', 'a', 'b'] },
    [
      { type: 'ticket.tagged', tagId: 'a' },
      { type: 'ticket.tagged', tagId: 'b' },
    ],
  ],
  [{ priority: 'normal' }, []],
  [{ priority: undefined }, []],
] as const)('setting %o says so', (patch, events) => {
  expect(updateTicket(aTicket(), patch, now)).toMatchObject({ ok: true, value: { events } });
});

test('a tag that is taken off is named', () => {
  const change = updateTicket(aTicket({ tagIds: ['a', 'b'] }), { tagIds: ['b'] }, now);
  expect(change).toMatchObject({ value: { events: [{ type: 'ticket.untagged', tagId: 'a' }] } });
});

test('assigning a new ticket opens it; assigning another changes no status', () => {
  expect(updateTicket(aTicket(), { assigneeId: 'zsofia' }, now)).toMatchObject({
    value: { after: { status: 'open', assigneeId: 'zsofia' } },
  });
  expect(updateTicket(aTicket({ status: 'pending' }), { assigneeId: 'zsofia' }, now)).toMatchObject({
    value: { after: { status: 'pending' } },
  });
});

test('solving notes the hour, and taking it up again forgets it', () => {
  const solved = updateTicket(aTicket(), { status: 'solved' }, now);
  expect(solved).toMatchObject({ value: { after: { solvedAt: NOON } } });
  const again = updateTicket(aTicket({ status: 'solved', solvedAt: NOON }), { status: 'open' }, now);
  expect(again).toMatchObject({ value: { after: { solvedAt: null } } });
});

test('changing a field moves no ticket up the lists', () => {
  const ticket = aTicket();
  expect(updateTicket(ticket, { priority: 'high' }, now)).toMatchObject({
    value: { after: { activityAt: ticket.activityAt } },
  });
});

test('a closed ticket is not changed', () => {
  expect(updateTicket(aTicket({ status: 'closed' }), { priority: 'high' }, now)).toEqual({
    ok: false,
    error: { code: 'ticket.closed' },
  });
});

test('closing says when', () => {
  const change = closeTicket(aTicket({ status: 'solved' }), now);
  expect(change).toMatchObject({
    after: { status: 'closed', closedAt: NOON },
    events: [{ type: 'ticket.status_changed', from: 'solved', to: 'closed' }],
  });
});

test('a ticket goes into the trash and out of it, whatever its status; to be where it is changes nothing', () => {
  const put = moveByTrash(aTicket({ status: 'closed' }), true, now);
  expect(put).toMatchObject({
    after: { trashedAt: NOON, status: 'closed' },
    events: [{ type: 'ticket.trash_changed', from: false, to: true }],
  });
  expect(moveByTrash(put.after, true, now).events).toEqual([]);
  expect(moveByTrash(put.after, false, now).after.trashedAt).toBeNull();
});
