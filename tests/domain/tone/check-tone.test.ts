import { describe, expect, it } from 'vitest';
import { checkTone } from '@/domain/tone/check-tone';
import { type ToneFacts, USUAL_LONGEST_SENTENCE } from '@/domain/tone/finding';
import type { ToneLanguage, TonePhrase } from '@/domain/tone/phrase';
import { shippedPhrases } from '@/features/tone/shipped-phrases';

const LETTER: ToneFacts = { isLetter: true, isComplaint: false, isSolving: false };
const settings = { off: [], longestSentence: USUAL_LONGEST_SENTENCE };

const check = (language: ToneLanguage, text: string, facts: Partial<ToneFacts> = {}) =>
  checkTone({ text, phrases: shippedPhrases(language), settings, facts: { ...LETTER, ...facts } });

const rules = (language: ToneLanguage, text: string, facts: Partial<ToneFacts> = {}) =>
  check(language, text, facts).map(({ rule }) => rule);

describe('an answer that needs nothing', () => {
  it.each([
    [
      'en',
      'Hello Anna,\nthank you for the picture. We will send a new lid today; it arrives on Wednesday.\nKind regards',
    ],
    [
      'hu',
      'Kedves Anna!\nKöszönjük a képet. Ma küldjük az új fedelet, szerdán érkezik meg Önhöz.\nÜdvözlettel',
    ],
    [
      'lv',
      'Labdien, Anna!\nPaldies par attēlu. Šodien nosūtīsim jaunu vāku, tas Jums pienāks trešdien.\nAr cieņu',
    ],
  ] as const)('is left alone in %s', (language, text) => {
    expect(check(language, text)).toEqual([]);
  });

  it('is an empty one, too', () => {
    expect(check('en', ' \n ')).toEqual([]);
  });
});

describe('negative words', () => {
  it.each([
    ['en', 'Hello Anna, unfortunately the lid will come on Friday only.', 'unfortunately'],
    ['en', 'Hello Anna, we can’t send the lid today, please wait until Friday.', 'can’t'],
    ['hu', 'Kedves Anna! Sajnos a fedél csak pénteken érkezik meg, kérjük, várjon.', 'Sajnos'],
    ['hu', 'Kedves Anna! Ezt így nem lehetséges ma elküldeni, kérjük, várjon péntekig.', 'nem lehetséges'],
    ['lv', 'Labdien, Anna! Diemžēl vāks pienāks tikai piektdien, lūdzu, uzgaidiet.', 'Diemžēl'],
    ['lv', 'Labdien, Anna! Jums jāgaida līdz piektdienai, lūdzu, esiet pacietīga.', 'Jums jāgaida'],
  ] as const)('are shown with something better in %s: %s', (language, text, quote) => {
    const [found, ...others] = check(language, text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'negative', quote });
    expect(text.slice(found?.place?.start, found?.place?.end)).toBe(quote);
    expect(found?.alternatives.length).toBeGreaterThan(0);
  });

  it('are whole words', () => {
    expect(
      rules('en', 'Hello Anna, the cantilever and the complainant’s mustard arrive on Friday, you see.'),
    ).toEqual(['negative']);
  });
});

describe('promises', () => {
  it.each([
    ['en', 'Hello Anna, we will get back to you as soon as possible about the lid.'],
    ['hu', 'Kedves Anna! Hamarosan jelentkezünk a fedél ügyében, addig is szép napot.'],
    ['lv', 'Labdien, Anna! Drīzumā ar Jums sazināsimies par vāku un naudas atmaksu.'],
  ] as const)('need a time in %s', (language, text) => {
    expect(rules(language, text)).toEqual(['promise_without_time']);
  });

  it.each([
    ['en', 'Hello Anna, we will get back to you about the lid by tomorrow noon.'],
    ['en', 'Hello Anna, we will get back to you about the lid by 4 p.m. then.'],
    ['hu', 'Kedves Anna! Holnap 14:00-ig jelentkezünk a fedél ügyében, szép napot.'],
    ['lv', 'Labdien, Anna! Ar Jums sazināsimies par vāku līdz piektdienai, paldies par pacietību.'],
  ] as const)('with one are good in %s', (language, text) => {
    expect(rules(language, text)).toEqual([]);
  });

  it.each([
    ['en', 'Hello Anna, we guarantee that the lid arrives on Friday.'],
    ['hu', 'Kedves Anna! Garantáljuk, hogy a fedél pénteken megérkezik Önhöz.'],
    ['lv', 'Labdien, Anna! Garantējam, ka vāks piektdien būs pie Jums.'],
  ] as const)('that nobody can keep are shown in %s', (language, text) => {
    expect(rules(language, text)).toContain('forbidden');
  });
});

describe('shouting', () => {
  it.each([
    ['please READ THE MANUAL today', 'READ THE MANUAL', 'read the manual'],
    ['please write IMMEDIATELY today', 'IMMEDIATELY', 'immediately'],
    ['please write today!!!', '!!!', '!'],
    ['please write today?!', null, null],
    ['did you see it???', '???', '?'],
    ['your USB and HDMI cable', null, null],
  ])('is seen in “%s”', (text, quote, calm) => {
    const found = check('en', text, { isLetter: false });
    expect(found).toEqual(
      quote ? [expect.objectContaining({ rule: 'shouting', quote, alternatives: [calm] })] : [],
    );
  });
});

describe('sentences', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'lid').join(' ');

  it('of more words than the workspace wants are shown with their length', () => {
    const text = `One lid. ${words(26)}. Another lid today.`;
    expect(check('en', text, { isLetter: false })).toEqual([
      {
        rule: 'long_sentence',
        place: { start: 9, end: 9 + words(26).length },
        quote: words(26),
        alternatives: [],
        count: 26,
      },
    ]);
    expect(rules('en', `${words(25)}.`, { isLetter: false })).toEqual([]);
  });

  it('do not end at the point of a short form', () => {
    const text = `Kb. ${words(13)} a 2. ${words(13)}.`;
    expect(rules('hu', text, { isLetter: false })).toEqual(['long_sentence']);
  });
});

describe('formal and informal address', () => {
  it.each([
    ['hu', 'Kedves Anna! Kérem, kattintson a gombra, és küldd el nekünk a számot ma.', 'küldd'],
    ['lv', 'Labdien, Anna! Lūdzu, nospiediet pogu un šodien atsūti mums Jūsu numuru.', 'atsūti'],
    ['en', 'Dear Sir or Madam, we hereby confirm your order, no worries, it comes today.', 'no worries'],
  ] as const)('are not mixed in %s', (language, text, quote) => {
    const found = check(language, text).filter(({ rule }) => rule === 'mixed_address');
    expect(found).toEqual([expect.objectContaining({ quote, alternatives: [expect.any(String)] })]);
  });

  it('may each be used alone', () => {
    expect(rules('hu', 'Szia Anna! Kérlek, kattints a gombra, és küldd el nekünk a számot ma.')).toEqual([]);
  });
});

describe('what is missing', () => {
  it('is a greeting, an apology after a complaint, and what happens next', () => {
    const text = 'The lid of the kettle was packed badly by our own warehouse.';
    expect(rules('en', text, { isComplaint: true })).toEqual(['no_greeting', 'no_apology', 'no_next_step']);
    expect(rules('en', text)).toEqual(['no_greeting', 'no_next_step']);
    expect(rules('en', text, { isSolving: true })).toEqual(['no_greeting']);
  });

  it('is not asked of a word in a running chat, nor of a short line', () => {
    expect(rules('en', 'The lid of the kettle was packed badly by us.', { isLetter: false })).toEqual([]);
    expect(rules('en', 'The lid is in the box.')).toEqual([]);
  });

  it('is no next step where something is asked', () => {
    expect(rules('en', 'Hello Anna, is the lid of the kettle in the box?')).toEqual([]);
  });
});

it('a rule that a manager switched off is silent', () => {
  const text = 'Hello Anna, unfortunately the lid will come on Friday!!';
  const without = { ...settings, off: ['negative' as const] };
  const found = checkTone({ text, phrases: shippedPhrases('en'), settings: without, facts: LETTER });
  expect(found.map(({ rule }) => rule)).toEqual(['shouting']);
});

it('of two phrases that begin alike the longer one is meant', () => {
  const phrase = (text: string): TonePhrase => ({ kind: 'negative', phrase: text, alternatives: [] });
  const found = checkTone({
    text: 'it is not possible',
    phrases: [phrase('not*'), phrase('not possible')],
    settings,
    facts: { ...LETTER, isLetter: false },
  });
  expect(found.map(({ quote }) => quote)).toEqual(['not possible']);
});
