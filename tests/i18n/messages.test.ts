import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '@/i18n/locales';
import { messagesOf, NAMESPACES } from '@/i18n/messages';

const FOLDER = join(import.meta.dirname, '../../src/i18n/messages');

function* texts(node: unknown, path = ''): Generator<string> {
  if (typeof node === 'string') yield `${path}: ${node}`;
  else
    for (const [key, below] of Object.entries(node as object))
      yield* texts(below, path ? `${path}.${key}` : key);
}

test.each(LOCALES)('every file of %s is a namespace, and every namespace has its file', (locale) => {
  const files = readdirSync(join(FOLDER, locale)).sort();
  expect(files).toEqual(NAMESPACES.map((name) => `${name}.json`).sort());
});

test.each(LOCALES)('the texts of %s are those of its own files', async (locale) => {
  const messages = await messagesOf(locale);
  for (const name of NAMESPACES) {
    const file = JSON.parse(readFileSync(join(FOLDER, locale, `${name}.json`), 'utf8'));
    expect(messages[name]).toEqual(file);
  }
});

test('people are addressed politely: no familiar forms', async () => {
  const familiar = {
    hu: /(?<!\p{L})(?:te|neked|téged|légy|kattints|add meg|próbáld|válassz)(?!\p{L})/iu,
    lv: /(?<!\p{L})(?:tu|tev|tavs|tava)(?!\p{L})/iu,
  };
  for (const locale of ['hu', 'lv'] as const) {
    const wrong = [...texts(await messagesOf(locale))].filter((text) => familiar[locale].test(text));
    expect(wrong).toEqual([]);
  }
});

test('customers are addressed in Latvian as letters do, with a capital', async () => {
  const messages = await messagesOf('lv');
  for (const name of ['portal', 'help', 'form', 'survey', 'widget'] as const) {
    const wrong = [...texts(messages[name])].filter((text) =>
      /(?<!\p{L})j(?:ūs|ūsu|ums|ūsos)(?!\p{L})/u.test(text),
    );
    expect([name, wrong]).toEqual([name, []]);
  }
});

test('a sentence of several words does not start or end with a space', async () => {
  for (const locale of LOCALES) {
    const wrong = [...texts(await messagesOf(locale))].filter((text) => /: \s|\s$/.test(text));
    expect(wrong).toEqual([]);
  }
});
