import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { fill, spokenOf, wordsIn } from '@/features/chat/widget/shared/speech';
import { LOCALES } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

const FACTS = {
  count: 21,
  minutes: 11,
  place: 2,
  name: 'Anna',
  detail: 'x',
  email: 'a@b.test',
  phone: '+36',
  when: 'w',
};
const MORE = { from: '9', to: '12', day: 'd', number: 7, limit: '1 MB', code: '4711' };

test('the texts of the widget read as next-intl would read them, in every language and for every kind of number', async () => {
  for (const locale of LOCALES) {
    const { widget, launcher } = await messagesOf(locale);
    const messages = { widget, launcher };
    const translate = createTranslator({ locale, messages }) as unknown as (
      key: string,
      facts: object,
    ) => string;
    for (const [key, message] of flat(messages)) {
      for (const count of [0, 1, 2, 10, 21, 101, 1234]) {
        const facts = { ...FACTS, ...MORE, count, minutes: count };
        expect(fill(message, facts, locale), `${locale} ${key} ${count}`).toBe(translate(key, facts));
      }
    }
  }
});

test('the language is the first of the wishes that we speak', () => {
  expect(spokenOf([null, 'de-DE', 'hu-HU', 'lv'])).toBe('hu');
  expect(spokenOf(['', undefined, 'LV'])).toBe('lv');
  expect(spokenOf(['fr'])).toBeNull();
});

test('words that the workspace has not written in a language are said in its own', () => {
  expect(wordsIn({ lv: 'Sveiki' }, 'hu', 'lv')).toBe('Sveiki');
  expect(wordsIn({ hu: 'Jó napot', lv: 'Sveiki' }, 'hu', 'lv')).toBe('Jó napot');
  expect(wordsIn({}, 'hu', 'lv')).toBe('');
});

function* flat(node: object, path = ''): Generator<[string, string]> {
  for (const [name, child] of Object.entries(node)) {
    const key = path ? `${path}.${name}` : name;
    if (typeof child === 'string') yield [key, child];
    else yield* flat(child, key);
  }
}
