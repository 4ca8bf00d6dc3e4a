import { describe, expect, it } from 'vitest';
import { isMet } from '@/domain/condition/evaluate';
import type { ConditionFacts } from '@/domain/condition/fields';
import {
  fitsOwnField,
  isTicketField,
  type OWN_OPERATORS,
  ticketFieldId,
  ticketFieldName,
} from '@/domain/condition/own-fields';
import type { FieldValues } from '@/domain/field/field';

const with_ = (own: FieldValues) => ({ own }) as unknown as ConditionFacts;
const asks = (operator: string, values: readonly string[], own: FieldValues) =>
  isMet({ field: 'ticket.f', operator: operator as 'is_set', values }, with_(own));

describe('fields of the workspace in conditions', () => {
  it('are named by their ids', () => {
    expect(isTicketField(ticketFieldName('7'))).toBe(true);
    expect(isTicketField('status')).toBe(false);
    expect(ticketFieldId('ticket.7')).toBe('7');
  });

  it.each([
    ['is_any_of', ['red'], 'red', true],
    ['is_none_of', ['red'], undefined, true],
    ['has_all_of', ['a', 'b'], ['a', 'b', 'c'], true],
    ['has_none_of', ['a'], ['a'], false],
    ['contains', ['KT'], 'kt-123', true],
    ['contains_not', ['x'], undefined, true],
    ['is_true', [], true, true],
    ['is_false', [], undefined, true],
    ['is_empty', [], 0, false],
    ['is_set', [], 0, true],
    ['at_least', ['-1.5'], -1.5, true],
    ['at_least', ['0'], undefined, false],
    ['less_than', ['10'], 9.99, true],
    ['less_than', ['10'], undefined, false],
    ['date_from', ['2026-03-01'], '2026-03-01', true],
    ['date_before', ['2026-03-01'], '2026-03-01', false],
    ['date_before', ['2026-03-01'], undefined, false],
  ] as const)('%s %j of %j is %s', (operator, values, value, met) => {
    expect(asks(operator, values, value === undefined ? {} : { f: value })).toBe(met);
  });

  it('allow what their kind can be asked, and nothing else', () => {
    const options = [{ key: 'red' }];
    const fits = (kind: keyof typeof OWN_OPERATORS, operator: string, values?: string[]) =>
      fitsOwnField({ kind, options }, { operator, values }, true);
    expect(fits('choice', 'is_any_of', ['red'])).toBe(true);
    expect(fits('choice', 'is_any_of', ['green'])).toBe(false);
    expect(fits('choice', 'changed_to', ['red'])).toBe(true);
    expect(fits('text', 'changed_to', ['red'])).toBe(false);
    expect(fits('text', 'contains', [])).toBe(false);
    expect(fits('number', 'at_least', ['1.5'])).toBe(true);
    expect(fits('number', 'at_least', ['many'])).toBe(false);
    expect(fits('date', 'date_from', ['2026-01-01'])).toBe(true);
    expect(fits('date', 'date_from', ['soon'])).toBe(false);
    expect(fits('checkbox', 'is_true')).toBe(true);
    expect(fitsOwnField({ kind: 'text', options }, { operator: 'changed' }, false)).toBe(false);
  });
});
