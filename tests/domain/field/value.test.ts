import { describe, expect, it } from 'vitest';
import type { FieldDefinition } from '@/domain/field/field';
import { readFieldValue } from '@/domain/field/value';

const options = [
  { key: 'shop', names: { en: 'Shop' }, archived: false },
  { key: 'web', names: { en: 'Web' }, archived: false },
  { key: 'fair', names: { en: 'Fair' }, archived: true },
];
const field = (kind: FieldDefinition['kind'], pattern: string | null = null) => ({ kind, options, pattern });
const value = (kind: FieldDefinition['kind'], raw: unknown) => {
  const read = readFieldValue(field(kind, '[A-Z]{2}-\\d+'), raw);
  return read.ok ? read.value : read.error.wrong;
};

describe('a value that somebody typed, chose or sent', () => {
  it.each([
    ['text', '  two   words ', 'two words'],
    ['text', 'a\u0000b\u0007', 'ab'],
    ['text', 'x'.repeat(201), 'too_long'],
    ['text', { a: 1 }, 'not_text'],
    ['text', 42, '42'],
    ['long_text', 'one\r\ntwo', 'one\ntwo'],
    ['long_text', 'x'.repeat(5001), 'too_long'],
    ['number', '1 234,5', 1234.5],
    ['number', '-3', -3],
    ['number', '\u22123', -3],
    ['number', '-0', 0],
    ['number', 7, 7],
    ['number', '1e9', 'not_number'],
    ['number', '0x10', 'not_number'],
    ['number', Number.NaN, 'not_number'],
    ['number', Number.POSITIVE_INFINITY, 'not_number'],
    ['number', '9999999999999999', 'not_number'],
    ['number', '12,34,56', 'not_number'],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-29', 'not_date'],
    ['date', '2026-13-01', 'not_date'],
    ['date', '0000-01-01', 'not_date'],
    ['date', '29/11/2026', 'not_date'],
    ['choice', 'web', 'web'],
    ['choice', ['web'], 'web'],
    ['choice', ['web', 'shop'], 'not_option'],
    ['choice', 'fair', 'not_option'],
    ['choice', 'constructor', 'not_option'],
    ['multi_choice', ['web', 'shop', 'web'], ['shop', 'web']],
    ['multi_choice', 'shop', ['shop']],
    ['multi_choice', [], null],
    ['multi_choice', ['web', 'moon'], 'not_option'],
    ['checkbox', 'on', true],
    ['checkbox', false, null],
    ['checkbox', 'maybe', 'not_option'],
    ['pattern', 'KT-12', 'KT-12'],
    ['pattern', 'kt-12', 'no_match'],
    ['text', '   ', null],
    ['date', '', null],
    ['choice', null, null],
  ] as const)('%s: %j is read as %j', (kind, raw, expected) => {
    expect(value(kind, raw)).toEqual(expected);
  });

  it('an archived option may stay where it is', () => {
    expect(readFieldValue(field('choice'), 'fair', 'fair')).toEqual({ ok: true, value: 'fair' });
    expect(readFieldValue(field('multi_choice'), ['fair', 'web'], ['fair'])).toEqual({
      ok: true,
      value: ['fair', 'web'],
    });
  });
});
