import { expect, test } from 'vitest';
import { ACTIONS, type ActionKind, type TicketAction } from '@/domain/action/action';
import {
  actionDrafts,
  actionsOf,
  newAction,
  tagsIn,
  wrongInActions,
} from '@/features/actions/ui/action-draft';

const ALL: readonly TicketAction[] = [
  { kind: 'set_status', status: 'solved' },
  { kind: 'set_language', language: null },
  { kind: 'set_team', teamId: null },
  { kind: 'set_team', teamId: '0190a1b2-0000-7000-8000-000000000001' },
  { kind: 'assign', to: 'me' },
  { kind: 'add_tags', tags: ['vip', 'refund'] },
  { kind: 'set_spam', spam: false },
  { kind: 'note', text: 'About {{ticket.number}}' },
  { kind: 'mail', subjects: { en: 'Hello' }, texts: { en: 'Hi', hu: 'Szia' } },
  { kind: 'notify', people: ['team'], userIds: [], text: 'Look' },
  { kind: 'stop' },
];

test('actions come back from the form as they went in', () => {
  expect(actionsOf(actionDrafts(ALL))).toEqual(ALL);
  expect(wrongInActions(actionDrafts(ALL))).toEqual([]);
});

test.each(Object.keys(ACTIONS) as ActionKind[])('a new %s is not complete, or needs nothing', (kind) => {
  const draft = newAction(kind, 'k');
  const needs = Object.values(ACTIONS[kind].fields).filter(
    ({ is }) => !['flag', 'own_value', 'members', 'choices'].includes(is),
  );
  expect(wrongInActions([draft])).toHaveLength(needs.length);
});

test('a variable that does not exist is found before it is saved', () => {
  const [draft] = actionDrafts([{ kind: 'note', text: 'About {{ticket.nubmer}}' }]);
  expect(draft && wrongInActions([draft])).toEqual([`${draft?.key}/text`]);
});

test('tags are typed with commas, each once and in lower case', () => {
  expect(tagsIn(' VIP, refund,, vip ')).toEqual(['vip', 'refund']);
});
