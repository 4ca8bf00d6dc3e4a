import { expect, test } from 'vitest';
import { mayAsk, originOf } from '@/domain/chat/origin';

const own = 'https://help.example';

test.each([
  ['https://shop.example', ['https://shop.example'], true],
  ['https://SHOP.example', ['https://shop.example'], true],
  ['http://shop.example', ['https://shop.example'], false],
  ['https://www.shop.example', ['https://*.shop.example'], true],
  ['https://shop.example', ['https://*.shop.example'], false],
  ['https://evilshop.example', ['https://*.shop.example'], false],
  ['https://shop.example.evil.test', ['https://shop.example'], false],
  ['https://anything.test', [], true],
  [own, ['https://shop.example'], true],
  ['null', ['https://shop.example'], true],
  [null, ['https://shop.example'], true],
] as const)('a page of %s may ask where %j is allowed: %s', (origin, allowed, expected) => {
  expect(mayAsk(origin, allowed, own)).toBe(expected);
});

test('what is typed becomes an origin, or is refused', () => {
  expect(originOf(' https://Shop.example/ ')).toBe('https://shop.example');
  expect(originOf('http://localhost:3000')).toBe('http://localhost:3000');
  expect(originOf('https://*.shop.example')).toBe('https://*.shop.example');
  for (const wrong of ['shop.example', 'https://shop.example/path', 'javascript:alert(1)', '*', ''])
    expect(originOf(wrong)).toBeNull();
});
