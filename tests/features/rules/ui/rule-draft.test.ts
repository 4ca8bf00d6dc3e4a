import { expect, test } from 'vitest';
import { RULE_TEMPLATE_KEYS, templateTerms } from '@/domain/rule/templates';
import { ruleInput } from '@/features/rules/inputs';
import { ruleDraft, termsOfDraft, wrongInRule } from '@/features/rules/ui/rule-draft';

test.each(RULE_TEMPLATE_KEYS)('the shipped rule %s goes through the form unchanged', (key) => {
  const terms = templateTerms(key, { locale: 'hu', routed: 'en', teamId: null });
  const draft = ruleDraft({ ...terms, active: false });
  expect(wrongInRule(draft, terms.kind)).toBeNull();
  expect(termsOfDraft(draft, terms.kind)).toEqual(terms);
  expect(ruleInput.safeParse(termsOfDraft(draft, terms.kind)).success).toBe(true);
});

test('an empty form says all that is missing', () => {
  expect(wrongInRule(ruleDraft(null), 'trigger')).toMatchObject({ name: true, events: true, noAction: true });
  expect(wrongInRule(ruleDraft(null), 'automation')).toMatchObject({ events: false, time: true });
});

test('a rule on time asks for time, and a limit is a number', () => {
  const terms = templateTerms('close_after_silence', { locale: 'en', routed: 'hu', teamId: null });
  const draft = ruleDraft({ ...terms, active: true });
  expect(wrongInRule({ ...draft, conditions: { ...draft.conditions, parts: [] } }, 'automation')?.time).toBe(
    true,
  );
  for (const hourlyLimit of ['0', '', 'many', '100001']) {
    expect(wrongInRule({ ...draft, hourlyLimit }, 'automation')?.limit).toBe(true);
  }
});
