import fc from 'fast-check';

/** Texts that have broken programs before. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202etxt.exe',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'é'.repeat(20_000),
  '<script>alert(1)</script>',
  '\'; drop table "Ticket"; --',
  '{{ticket.number}}',
  '../../etc/passwd',
  'a@b.c\r\nBcc: x@y.z',
  '00000000-0000-0000-0000-000000000000',
  '2026-13-45T99:99:99Z',
  '9'.repeat(40),
  '-1',
  'NaN',
] as const;

const HOSTILE_NUMBERS = [-1, 0.5, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MAX_SAFE_INTEGER] as const;

/** A text that somebody with ill will, or a broken program, could send. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Any value of JSON, with a taste for those that break programs. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...HOSTILE_NUMBERS, null, true, [], {}, [[[[[]]]]], { toString: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A body that was right, with one to three of its fields replaced, left out or added. */
export function spoilt(right: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...Object.keys(right)), weight: 4 },
    { arbitrary: hostileText, weight: 1 },
  );
  const change = fc.tuple(name, fc.option(hostileValue, { nil: undefined }));
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      Object.fromEntries([...Object.entries(right), ...changes].filter(([, value]) => value !== undefined)),
    );
}
