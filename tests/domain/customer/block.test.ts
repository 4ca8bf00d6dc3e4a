import { expect, test } from 'vitest';
import { blockKeys, vendorName } from '@/domain/customer/block';

const keys = (...senders: Parameters<typeof blockKeys>[0]) =>
  blockKeys(senders).map(({ kind, value }) => `${kind} ${value}`);

test('a mail address is blocked by itself and by its domain', () => {
  expect(keys({ kind: 'email', value: 'Win@Bad.Test' })).toEqual(['email win@bad.test', 'domain bad.test']);
});

test('somebody at a vendor is blocked by id and by handle, on WhatsApp by the number too', () => {
  expect(keys({ kind: 'telegram', value: '4711', handle: '@Anna' })).toEqual([
    'telegram 4711',
    'telegram anna',
  ]);
  expect(keys({ kind: 'whatsapp', value: '36301234567' })).toEqual([
    'whatsapp 36301234567',
    'phone +36301234567',
  ]);
  expect(keys({ kind: 'telegram', value: '36301234567' })).toEqual(['telegram 36301234567']);
});

test('what a browser calls itself blocks nobody, and nothing is asked twice', () => {
  expect(keys({ kind: 'chat', value: 'visitor:1' }, { kind: 'email', value: '' })).toEqual([]);
  expect(keys({ kind: 'phone', value: '+361' }, { kind: 'phone', value: '+361' })).toEqual(['phone +361']);
  expect(vendorName(' @Anna ')).toBe('anna');
});
