import fc from 'fast-check';

const GONE = Symbol('left out');
type How = (value: unknown) => unknown;

const DEEP = `${'['.repeat(3000)}${']'.repeat(3000)}`;
/** With a field of its own that is called so, as a parser of JSON makes it. */
const PROTOTYPES = [
  '{"__proto__":{"id":"1"}}',
  '{"constructor":{"prototype":{"id":"1"}}}',
  '{"toString":1,"valueOf":null}',
].map((json): unknown => JSON.parse(json));

const INSTEAD: readonly unknown[] = [
  GONE,
  null,
  true,
  '',
  '\0',
  '\ud800',
  '__proto__',
  'constructor',
  'x'.repeat(20_000),
  'é'.repeat(3000),
  '<b>'.repeat(4000),
  'javascript:alert(1)',
  'https://169.254.169.254/latest/meta-data',
  '0000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '9999-12-31T23:59:59Z',
  '2026-13-45T99:99:99Z',
  '-8640000000000000',
  '1e308',
  -1,
  0.5,
  1e308,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
  8.64e15,
  -8.64e15,
  {},
  [],
  [null],
  JSON.parse(DEEP),
  ...PROTOTYPES,
];

const wordsOf = (value: unknown): string => (typeof value === 'object' ? '' : String(value));

const HOWS: readonly How[] = [
  ...INSTEAD.map(
    (instead): How =>
      () =>
        instead,
  ),
  (value) => [value],
  (value) => [value, value],
  (value) => ({ value }),
  (value) => (Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : [[value]]),
  (value) => `${wordsOf(value)}\0`,
  (value) => `\ud800${wordsOf(value)}`,
  (value) => `${wordsOf(value)}${'\u202e'.repeat(600)}`,
  (value) => (typeof value === 'number' ? String(value) : Number(wordsOf(value)) || 0),
  (value) => (typeof value === 'number' ? value * -1e12 : value),
];

type Path = readonly string[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || at.length > 30) return [at];
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, how: How): unknown {
  if (key === undefined) return how(value);
  const entries = Object.entries(value as object)
    .map(([name, each]) => [name, name === key ? changed(each, rest, how) : each] as const)
    .filter(([, each]) => each !== GONE);
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

type Cut = 'whole' | 'half' | 'utf16le' | 'latin1' | 'mark';

function written(text: string, cut: Cut): Buffer {
  if (cut === 'half') return Buffer.from(text.slice(0, text.length / 2));
  if (cut === 'mark') return Buffer.from(`\ufeff${text}`);
  return Buffer.from(text, cut === 'whole' ? 'utf8' : cut);
}

const cuts: fc.Arbitrary<Cut> = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Cut>('whole') },
  { weight: 1, arbitrary: fc.constantFrom<Cut>('half', 'utf16le', 'latin1', 'mark') },
);

/**
 * Bytes of JSON that are nearly what `whole` makes of a number: up to three places in it are left out, of a wrong kind, without
 * end, out of range, or named like what every object has; now and then the bytes are cut or in another encoding.
 */
export function nearly(
  whole: readonly ((n: number) => unknown)[],
  n: fc.Arbitrary<number>,
): fc.Arbitrary<Buffer> {
  const spoils = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOWS)), { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...whole), n, spoils, cuts).map(([make, number, picks, cut]) => {
    const value = picks.reduce((now: unknown, [place, how]) => {
      const paths = pathsOf(now);
      return changed(now, paths[place % paths.length] ?? [], how);
    }, make(number));
    return written(value === GONE ? '' : (JSON.stringify(value) ?? ''), cut);
  });
}

/** The same value as often as there are texts in it, each time with a NUL in another of them. */
export function withNul(value: unknown): Buffer[] {
  const texts = pathsOf(value).filter((path) => typeof path.reduce(fieldOf, value) === 'string');
  return texts.map((path) => written(JSON.stringify(changed(value, path, (text) => `${text}\0`)), 'whole'));
}

const fieldOf = (value: unknown, key: string): unknown => (value as Record<string, unknown>)[key];
