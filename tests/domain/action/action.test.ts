import { expect, test } from 'vitest';
import { actionsFor } from '@/domain/action/action';

test('a macro may do what a person may; only rules mail, call webhooks and stop', () => {
  const [rules, macros] = [actionsFor('rule'), actionsFor('macro')];
  expect(macros.every((kind) => rules.includes(kind))).toBe(true);
  expect(rules.filter((kind) => !macros.includes(kind))).toEqual([
    'set_spam',
    'mail',
    'make_promise',
    'notify',
    'apply_macro',
    'webhook',
    'create_linked_ticket',
    'stop',
  ]);
});
