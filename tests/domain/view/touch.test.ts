import { expect, test } from 'vitest';
import { bearingOf, fieldsIn } from '@/domain/view/touch';

const fields = fieldsIn({
  all: [
    { field: 'status', operator: 'is_any_of', values: ['open'] },
    { not: { field: 'ticket.f1', operator: 'is_set' } },
  ],
});

test('an event bears on a view by the fields that it changes', () => {
  expect([...fields]).toEqual(['status', 'ticket.f1']);
  const bearing = (type: string, fieldId?: string) => bearingOf({ type, fieldId }, fields);
  expect(bearing('ticket.status_changed')).toBe('membership');
  expect(bearing('ticket.priority_changed')).toBe('nothing');
  expect(bearing('ticket.field_changed', 'f1')).toBe('membership');
  expect(bearing('ticket.field_changed', 'f2')).toBe('nothing');
  expect(bearing('ticket.assigned')).toBe('place');
  expect(bearing('ticket.created')).toBe('place');
  expect(bearing('ticket.spam_changed')).toBe('membership');
  expect(bearing('message.added')).toBe('nothing');
});

test('what looks at the last change is touched by whatever happens', () => {
  const since = fieldsIn({ field: 'sinceUpdated', operator: 'elapsed_at_least', values: ['60'] });
  expect(bearingOf({ type: 'call.changed' }, since)).toBe('membership');
  const due = fieldsIn({ field: 'dueOn', operator: 'within', values: ['today'] });
  expect(bearingOf({ type: 'sla.promised' }, due)).toBe('membership');
  const promised = fieldsIn({ field: 'promisedFor', operator: 'is_set' });
  expect(bearingOf({ type: 'promise.made' }, promised)).toBe('membership');
});
