import { expect, test } from 'vitest';
import { RULE_TEMPLATE_KEYS, templateName, templateTerms } from '@/domain/rule/templates';
import { ruleTerms } from '@/features/rules/commands/rule-fields';

test.each(['en', 'hu', 'lv'] as const)(
  'every shipped rule is a rule in %s, with a name of its own',
  (locale) => {
    const world = { locale, routed: 'hu', teamId: null } as const;
    const terms = RULE_TEMPLATE_KEYS.map((key) => templateTerms(key, world));
    for (const each of terms) expect(ruleTerms.safeParse(each).error?.issues ?? []).toEqual([]);
    expect(new Set(terms.map(({ name }) => name)).size).toBe(RULE_TEMPLATE_KEYS.length);
    expect(terms.map(({ name }) => name)).toEqual(RULE_TEMPLATE_KEYS.map((key) => templateName(key, locale)));
  },
);
