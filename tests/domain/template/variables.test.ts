import { expect, test } from 'vitest';
import { isTemplateVariable, TEMPLATE_VARIABLE_NAMES, TEMPLATE_VARIABLES } from '@/domain/template/variables';

test('a variable is named by what it is about', () => {
  for (const name of TEMPLATE_VARIABLE_NAMES) {
    expect(name.startsWith(`${TEMPLATE_VARIABLES[name].group}.`)).toBe(true);
  }
});

test('only names of the table are variables', () => {
  expect(isTemplateVariable('ticket.number')).toBe(true);
  expect(isTemplateVariable('ticket.nubmer')).toBe(false);
  expect(isTemplateVariable('toString')).toBe(false);
});
