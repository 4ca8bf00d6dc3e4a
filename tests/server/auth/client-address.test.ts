import { expect, test } from 'vitest';
import { clientAddress } from '@/server/auth/client-address';

const seen = (forwarded: string | null, proxies: number) =>
  clientAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }), proxies);

test('without a proxy the last hop counts, which the web server wrote itself', () => {
  expect(seen('6.6.6.6, 192.0.2.1', 0)).toBe('192.0.2.1');
});

test('what a client claims in front of our proxies is not believed', () => {
  expect(seen('6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(seen('6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
});

test('a mapped IPv4 address is written as IPv4', () => {
  expect(seen('::ffff:192.0.2.7', 0)).toBe('192.0.2.7');
});

test('an unknown address is empty', () => {
  expect(seen(null, 0)).toBe('');
  expect(seen(' , ', 1)).toBe('');
});
