import { expect, test } from 'vitest';
import { countryOfPhone, countryOfTimeZone, phoneNumber, readablePhone } from '@/channels/lib/phone-number';

test.each([
  ['06 30 123 4567', 'HU', '+36301234567'],
  ['+36 (30) 123-4567', 'LV', '+36301234567'],
  ['0036 30 123 4567', 'LV', '+36301234567'],
  ['20 123 456', 'LV', '+37120123456'],
  ['+371 20 123 456', 'HU', '+37120123456'],
  ['(1) 234-5678', 'HU', '+3612345678'],
])('%s written in %s is %s', (written, country, number) => {
  expect(phoneNumber(written, country)).toBe(number);
});

test.each([
  'anonymous',
  '',
  '12',
  'sip:anna@pbx.test',
  '<script>1234567</script>',
  '+'.repeat(100),
  '20 123 456',
])('“%s” is no number without a country', (written) => {
  expect(phoneNumber(written, '')).toBeNull();
});

test('people read it in groups, and what is no number as it stands', () => {
  expect(readablePhone('+36301234567')).toBe('+36 30 123 4567');
  expect(readablePhone('anonymous')).toBe('anonymous');
  expect(countryOfPhone('+37120123456')).toBe('LV');
});

test.each([
  ['Europe/Riga', 'LV'],
  ['Europe/Budapest', 'HU'],
  ['Europe/London', 'GB'],
  ['UTC', null],
  ['', null],
])('the time zone %s holds in %s', (zone, country) => {
  expect(countryOfTimeZone(zone)).toBe(country);
});
