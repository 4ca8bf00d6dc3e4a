import { expect, test } from 'vitest';
import {
  errorsOf,
  type FormField,
  introductionOf,
  preChatFields,
} from '@/features/chat/widget/frame/model/form';

const field = (name: string, kind: FormField['kind'], required = false): FormField => ({
  name,
  kind,
  required,
  label: name,
});

test.each([
  ['email', 'ilze@example.lv', undefined],
  ['email', 'ilze@example', 'email'],
  ['email', 'a b@example.lv', 'email'],
  ['phone', '+371 20 123 456', undefined],
  ['phone', '(06) 30/123-4567', undefined],
  ['phone', 'call me', 'phone'],
  ['phone', '12', 'phone'],
  ['text', 'anything', undefined],
] as const)('a field for %s with "%s" is answered by %s', (kind, value, expected) => {
  expect(errorsOf([field('x', kind)], { x: value })['x']).toBe(expected);
});

test('only what is required must be filled in', () => {
  const fields = [field('a', 'text', true), field('b', 'email'), field('c', 'consent', true)];
  expect(errorsOf(fields, { a: '  ', b: '' })).toEqual({ a: 'required', c: 'required' });
  expect(errorsOf(fields, { a: 'x', c: 'true' })).toEqual({});
});

test('fields of the workspace are asked in the language of the visitor', () => {
  const label = { en: 'Order', lv: 'Pasūtījums' };
  const options = [{ value: 'a', label: { en: 'First' } }];
  const [asked] = preChatFields(
    [{ key: 'order', kind: 'choice', label, required: true, options }],
    'lv',
    'en',
  );
  expect(asked).toMatchObject({
    name: 'order',
    label: 'Pasūtījums',
    options: [{ value: 'a', label: 'First' }],
  });
});

test('what was answered is parted into who it is and the rest, without what is empty', () => {
  expect(introductionOf({ name: ' Ilze ', email: '', order: '17', note: ' ' })).toEqual({
    name: 'Ilze',
    answers: { order: '17' },
  });
  expect(introductionOf({})).toEqual({});
});
