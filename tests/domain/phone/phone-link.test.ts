import { expect, test } from 'vitest';
import { sipLink, telLink } from '@/domain/phone/phone-link';

test('a tel: link has the number without spaces and an extension of its own (RFC 3966)', () => {
  expect(telLink('+36 30 123 4567')).toBe('tel:+36301234567');
  expect(telLink('+36301234567', '12')).toBe('tel:+36301234567;ext=12');
});

test('what is no number gives no link', () => {
  expect(telLink('anonymous')).toBe('');
  expect(telLink('+36;ext=javascript:alert(1)//'.repeat(20))).toBe('');
  expect(sipLink('', 'pbx.example')).toBe('');
  expect(sipLink('+3612345678', '')).toBe('');
});

test('a sip: link goes to the workspace’s own exchange', () => {
  expect(sipLink('+36 1 234 5678', 'pbx.example')).toBe('sip:+3612345678@pbx.example;user=phone');
});
