import { describe, expect, it } from 'vitest';
import { isOnlyThanks } from '@/domain/intake/thanks';

describe('a message that only says thank you', () => {
  it.each([
    'Thanks!',
    'Thank you very much 👍',
    'Hi,\n\nthanks a lot, it works now.\n\nKind regards,\nAnna Ozola',
    'Köszönöm szépen!',
    'Nagyon köszönöm a gyors választ.\n\nÜdvözlettel,\nOzola Anna',
    'Paldies!',
    'Liels paldies par palīdzību!\n\nAnna',
  ])('is recognised: %j', (text) => {
    expect(isOnlyThanks(text, 'Anna Ozola')).toBe(true);
  });

  it.each([
    '',
    'Thanks, but it still does not work.',
    'Thank you. When will it arrive?',
    'Thanks. Please cancel the other order too.',
    'Köszönöm, de még mindig nem működik.',
    'Köszönöm, a számlát is kérem.',
    'Paldies, bet man vēl ir jautājums.',
    'Thanks, my order number is 4711',
    'It is broken again.',
    'Thanks\nIt broke again',
  ])('is not: %j', (text) => {
    expect(isOnlyThanks(text, 'Anna Ozola')).toBe(false);
  });
});
