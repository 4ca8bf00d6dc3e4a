import { describe, expect, test } from 'vitest';
import { isSlug, slugFrom } from '@/domain/workspace/slug';

describe('a short name', () => {
  test.each(['demo', 'a1', 'kettle-and-co', 'x'.repeat(40)])('%s can stand in an address', (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  test.each([
    'a',
    '',
    '-demo',
    'demo-',
    'de--mo',
    'Demo',
    'dēmo',
    'de mo',
    'x'.repeat(41),
    'admin',
    'sign-in',
    'api',
  ])('"%s" cannot', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });

  test.each([
    ['Kettle & Co.', 'kettle-co'],
    ['  Ügyfélszolgálat Kft. ', 'ugyfelszolgalat-kft'],
    ['Rīgas šķīvji', 'rigas-skivji'],
    ['Admin', 'admin-desk'],
    ['日本', ''],
  ])('%s is shortened to %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });
});
