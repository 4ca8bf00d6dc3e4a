import { expect, test } from 'vitest';
import { tierName } from '@/domain/customer/tier';

test('a tier is called by its name in the language, else in English, else as it is called at all', () => {
  expect(tierName({ en: 'Gold', hu: 'Arany' }, 'hu')).toBe('Arany');
  expect(tierName({ en: 'Gold', hu: 'Arany', lv: '' }, 'lv')).toBe('Gold');
  expect(tierName({ lv: 'Zelts' }, 'hu')).toBe('Zelts');
  expect(tierName({}, 'hu')).toBe('');
});
