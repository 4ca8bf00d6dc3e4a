import { expect, test } from 'vitest';
import { hostFrom, hostOf, isProven, proofName } from '@/domain/portal/host';

test.each([
  ['help.example.com', 'help.example.com'],
  [' HTTPS://Help.Example.com/hu ', 'help.example.com'],
  ['help.example.com.', 'help.example.com'],
  ['help.example.com:8443', 'help.example.com'],
  ['xn--sg-fka.example.lv', 'xn--sg-fka.example.lv'],
  ['localhost', null],
  ['192.0.2.1', null],
  ['printer.local', null],
  ['help_me.example.com', null],
  ['-help.example.com', null],
  ['', null],
])('"%s" is read as the host %s', (typed, host) => {
  expect(hostFrom(typed)).toBe(host);
});

test('a host is proven by a record that says exactly what it must, in one piece or in several', () => {
  expect(proofName('help.example.com')).toBe('_kalauz.help.example.com');
  expect(isProven([['v=spf1 -all'], ['kalauz=ab', 'cd']], 'kalauz=abcd')).toBe(true);
  expect(isProven([['kalauz=abcde']], 'kalauz=abcd')).toBe(false);
  expect(isProven([], 'kalauz=abcd')).toBe(false);
});

test('a request names its host with or without a port', () => {
  expect(hostOf('Help.Example.com:3000')).toBe('help.example.com');
  expect(hostOf('help.example.com')).toBe('help.example.com');
  expect(hostOf(null)).toBe('');
});
