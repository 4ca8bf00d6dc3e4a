import { expect, test } from 'vitest';
import { isTimeZone } from '@/domain/shared/time-zone';

test.each([
  ['Europe/Riga', true],
  ['Europe/Budapest', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
])('%s names a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
