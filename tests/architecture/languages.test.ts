import { expect, test } from 'vitest';
import { shapeOf } from './icu';
import { exists, files, text } from './source';

const FOLDER = 'src/i18n/messages';
const LOCALES = ['en', 'hu', 'lv'] as const;
/** The forms that a whole number can take (CLDR); house rule: Hungarian nouns stay singular, so one form is enough. */
const FORMS = { en: ['one', 'other'], hu: ['other'], lv: ['zero', 'one', 'other'] } as const;

const namespaces = () => [
  ...new Set(files(FOLDER, /\.json$/).map((path) => path.slice(path.lastIndexOf('/') + 1))),
];

const messagesOf = (locale: string, file: string): Map<string, string> =>
  new Map(exists(`${FOLDER}/${locale}/${file}`) ? flat(JSON.parse(text(`${FOLDER}/${locale}/${file}`))) : []);

function* flat(node: unknown, path = ''): Generator<[string, string]> {
  if (typeof node === 'string') yield [path, node];
  else {
    for (const [key, child] of Object.entries(node as object))
      yield* flat(child, path ? `${path}.${key}` : key);
  }
}

/** One entry for each message in a language other than English. */
const translations = () =>
  namespaces().flatMap((file) =>
    LOCALES.flatMap((locale) =>
      [...messagesOf(locale, file)].map(([key, message]) => ({
        where: `${locale}/${file} ${key}`,
        locale,
        message,
        english: messagesOf('en', file).get(key) ?? '',
      })),
    ),
  );

test('every language has every message', () => {
  expect(namespaces().length).toBeGreaterThan(3);
  const gaps = namespaces().flatMap((file) => {
    const keys = LOCALES.map((locale) => new Set(messagesOf(locale, file).keys()));
    const all = new Set(keys.flatMap((set) => [...set]));
    return LOCALES.flatMap((locale, index) =>
      [...all].filter((key) => !keys[index]?.has(key)).map((key) => `${locale}/${file} ${key}`),
    );
  });
  expect(gaps).toEqual([]);
});

test('every translation has the arguments and tags of the English message', () => {
  const different = translations().filter(({ message, english }) => {
    const [here, there] = [shapeOf(message), shapeOf(english)];
    return here.arguments.join() !== there.arguments.join() || here.tags.join() !== there.tags.join();
  });
  expect(different).toEqual([]);
});

test('every plural has the forms of its language', () => {
  const incomplete = translations().filter(({ locale, message }) =>
    shapeOf(message).plurals.some((forms) => FORMS[locale].some((form) => !forms.includes(form))),
  );
  expect(incomplete).toEqual([]);
});

test('no message is empty, and none was left in English', () => {
  const same = translations().filter(
    ({ locale, message, english }) =>
      message.trim() === '' ||
      (locale !== 'en' && message === english && /\p{L}+ \p{L}+ \p{L}+/u.test(message)),
  );
  expect(same.map(({ where }) => where)).toEqual([]);
});

test('every expected failure has a sentence in every language', () => {
  const union = /export type ProblemCode =([\s\S]*?);/.exec(text('src/domain/shared/result.ts'))?.[1] ?? '';
  const codes = [...union.matchAll(/'([\w.]+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(20);
  const silent = LOCALES.flatMap((locale) => {
    const known = messagesOf(locale, 'problem.json');
    return codes.filter((code) => !known.has(code)).map((code) => `${locale} ${code}`);
  });
  expect(silent).toEqual([]);
});
