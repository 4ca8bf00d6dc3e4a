import { expect, test } from 'vitest';
import { importRules } from '@/features/rules/commands/import-rules';
import { newField } from '../fields/support';
import { newRuleDesk } from './support';

test('a file of which one rule does not fit leaves nothing behind, and each such rule is named', async () => {
  const { world, owner } = await newRuleDesk();
  const place = {
    key: 'place',
    kind: 'choice',
    options: [{ key: 'kitchen', names: { en: 'Kitchen' } }],
    names: { en: 'Place' },
  };
  const fieldId = await newField(owner, place);
  const rule = (name: string, actions: readonly object[]) => ({
    kind: 'trigger',
    name,
    events: ['ticket_created'],
    conditions: null,
    actions,
  });
  const set = (value: string) => rule(value, [{ kind: 'set_field', fieldId, value }]);
  const file = (...rules: object[]) => ({ json: JSON.stringify({ kalauz: 'rules', format: 1, rules }) });
  const good = rule('Good', [{ kind: 'stop' }]);
  expect(await importRules(owner, file(good, set('cellar'), set('kitchen'), set('attic')))).toEqual({
    ok: false,
    error: {
      code: 'rule.file_wrong',
      problems: [
        { at: 'rules.1', message: 'field.condition_wrong' },
        { at: 'rules.3', message: 'field.condition_wrong' },
      ],
    },
  });
  const { workspaceId, db } = world;
  expect(await db.rule.count({ where: { workspaceId } })).toBe(0);
  expect(await db.auditEntry.count({ where: { workspaceId, action: 'rule.created' } })).toBe(0);
  expect(await importRules(owner, file(good, set('kitchen')))).toMatchObject({ ok: true });
  expect(await db.rule.count({ where: { workspaceId } })).toBe(2);
});
