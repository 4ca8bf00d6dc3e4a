import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '@/i18n/locales';
import { messagesOf, NAMESPACES } from '@/i18n/messages';

const FOLDER = join(import.meta.dirname, '../../src/i18n/messages');
const others = LOCALES.filter((locale) => locale !== 'en');

/** Every text of one language by its full key, such as `desk.title`. */
async function textsOf(locale: Locale): Promise<Map<string, string>> {
  return new Map(flatten(await messagesOf(locale), ''));
}

function* flatten(node: unknown, path: string): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node];
  else
    for (const [key, below] of Object.entries(node as object))
      yield* flatten(below, path ? `${path}.${key}` : key);
}

/** Names of arguments and tags of an ICU message, sorted: what the code has to pass. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((found) => found[1]);
  const tags = [...text.matchAll(/<(\w+)>/g)].map((found) => `<${found[1]}>`);
  return [...new Set([...names, ...tags])].filter((name) => name !== undefined).sort();
}

const ARM = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
const PLURAL = new RegExp(String.raw`\{\s*\w+\s*,\s*(?:plural|selectordinal)\s*,((?:[^{}]|${ARM})*)\}`, 'g');

/** The categories of each `{n, plural, …}` in the text. */
function plurals(text: string): string[][] {
  return [...text.matchAll(PLURAL)].map(([, arms = '']) =>
    arms.replaceAll(new RegExp(ARM, 'g'), ' ').trim().split(/\s+/),
  );
}

describe('the languages', () => {
  test.each(LOCALES)('%s has a file for every namespace, and none that nobody reads', (locale) => {
    const files = readdirSync(join(FOLDER, locale)).sort();
    expect(files).toEqual(NAMESPACES.map((name) => `${name}.json`).sort());
  });

  test.each(others)('%s has every text of English and no other', async (locale) => {
    const [english, own] = await Promise.all([textsOf('en'), textsOf(locale)]);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(others)('%s has the same placeholders in every text as English', async (locale) => {
    const [english, own] = await Promise.all([textsOf('en'), textsOf(locale)]);
    const shape = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, placeholders(text)]));
    expect(shape(own)).toEqual(shape(english));
  });

  test.each([
    ['en', ['one', 'other']],
    ['hu', ['one', 'other']],
    ['lv', ['zero', 'one', 'other']],
  ] as const)('each plural in %s has exactly the categories of the language', async (locale, categories) => {
    const wrong = [...(await textsOf(locale))].filter(([, text]) =>
      plurals(text).some(
        (found) => found.filter((name) => !name.startsWith('=')).join() !== categories.join(),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(LOCALES)('no text in %s is empty, or starts or ends with a space', async (locale) => {
    const wrong = [...(await textsOf(locale))].filter(([, text]) => text.trim() !== text || text === '');
    expect(wrong).toEqual([]);
  });

  test('polite address is written as the languages ask: no familiar forms', async () => {
    const familiar = {
      hu: /(?<!\p{L})(?:te|neked|téged|légy|kattints|add meg|próbáld)(?!\p{L})/iu,
      lv: /(?<!\p{L})(?:tu|tev|tavs|tava)(?!\p{L})/iu,
    };
    for (const locale of ['hu', 'lv'] as const) {
      const wrong = [...(await textsOf(locale))].filter(([, text]) => familiar[locale].test(text));
      expect(wrong).toEqual([]);
    }
  });

  test('a category that is missing from a plural is seen', () => {
    expect(plurals('{n, plural, one {# {x}} other {# jegy}}')).toEqual([['one', 'other']]);
    expect(plurals('a {n, plural, zero {#} one {#} other {#}} b {m, plural, other {#}}')).toEqual([
      ['zero', 'one', 'other'],
      ['other'],
    ]);
  });

  test('the sources are written with real letters, not with escapes', () => {
    for (const locale of LOCALES)
      for (const file of readdirSync(join(FOLDER, locale)))
        expect(readFileSync(join(FOLDER, locale, file), 'utf8')).not.toMatch(/\\u[0-9a-f]{4}/i);
  });
});
