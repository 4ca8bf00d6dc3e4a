import { expect, test } from 'vitest';
import { hashOf, newSecret, seal, shortMac, unseal } from '@/server/crypto/keys';

test('what was sealed opens to the same text', () => {
  const text = 'jelszó: árvíztűrő tükörfúrógép';
  expect(unseal(seal(text))).toBe(text);
});

test('the same text is sealed differently each time', () => {
  expect(seal('secret')).not.toBe(seal('secret'));
});

test('a sealed text that somebody changed does not open', () => {
  const sealed = Buffer.from(seal('secret'), 'base64url');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(sealed.toString('base64url'))).toThrow();
});

test('a hash is the SHA-256 of the value, in hex', () => {
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a short code depends on its purpose, and stands in lower case', () => {
  expect(shortMac('reply', '1')).toMatch(/^[a-z2-7]{16}$/);
  expect(shortMac('reply', '1')).not.toBe(shortMac('bounce', '1'));
});

test('new secrets are long and never the same', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  expect([...secrets].every((secret) => secret.length === 43)).toBe(true);
});
