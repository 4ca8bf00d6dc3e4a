import { expect, test } from 'vitest';
import { readLine } from '@/domain/import/line';
import { fieldOf } from '../field/field-of';

const world = {
  phoneOf: (text: string) => (/^\+\d{8,}$/.test(text) ? text : null),
  isTimeZone: (name: string) => name === 'Europe/Riga',
  own: [],
};
const mapping = { name: 0, email: 1, phone: 2, language: 3, timeZone: 4 };

test('a wrong address fails the line, a wrong language is left out and said', () => {
  expect(readLine(['A', 'nonsense', 'x', '', ''], mapping, world)).toMatchObject({
    customer: null,
    problems: [{ code: 'email' }, { code: 'phone' }],
  });
  expect(readLine(['', '', '', '', ''], mapping, world)).toMatchObject({ problems: [{ code: 'nothing' }] });
  expect(readLine(['A', ' A@X.hu ', '', 'klingon', 'Mars'], mapping, world)).toMatchObject({
    customer: { email: 'a@x.hu', language: null, timeZone: null },
    problems: [{ code: 'language' }, { code: 'timeZone' }],
  });
  expect(readLine(['A', '', '+3712000000', 'magyar', 'Europe/Riga'], mapping, world)).toMatchObject({
    customer: { language: 'hu', timeZone: 'Europe/Riga', phone: '+3712000000' },
    problems: [],
  });
});

test('own fields are read from their columns; what is no value of theirs is left out, and said', () => {
  const shoes = fieldOf({ id: 'a', key: 'shoe_size', kind: 'number' });
  const since = fieldOf({ id: 'b', key: 'since', kind: 'date' });
  const read = (cells: string[]) =>
    readLine(cells, { name: 0, 'own.a': 1, 'own.b': 2 }, { ...world, own: [shoes, since] });
  expect(read(['A', '42,5', '29.11.2026'])).toMatchObject({
    customer: { own: { a: 42.5, b: '2026-11-29' } },
    problems: [],
  });
  expect(read(['A', 'big', ''])).toMatchObject({
    customer: { own: {} },
    problems: [{ code: 'own', value: 'shoe_size: big' }],
  });
});

test('what is longer than we keep loses its end, and the line says so; a longer id fails it', () => {
  const long = 'é'.repeat(201);
  const columns = { name: 0, givenName: 1, familyName: 2, organization: 3, note: 4, externalId: 5 };
  const read = (cells: readonly string[]) => {
    const { customer, problems } = readLine(cells, columns, world);
    return { customer, said: problems.map(({ code, field }) => [code, field]) };
  };
  const cut = read([long, long, 'Kis', long, 'n'.repeat(10_001), 'C-1']);
  expect(cut.said).toEqual([
    ['shortened', 'name'],
    ['shortened', 'givenName'],
    ['shortened', 'organization'],
    ['shortened', 'note'],
  ]);
  expect([cut.customer?.name, cut.customer?.givenName, cut.customer?.organization]).toEqual(
    Array(3).fill('é'.repeat(200)),
  );
  expect(cut.customer?.note).toHaveLength(10_000);
  // Each fits by itself, and both together do not.
  expect(read(['', 'a'.repeat(150), 'b'.repeat(150), '', '', '']).said).toEqual([['shortened', 'name']]);
  expect(read(['é'.repeat(200), '', '', '', '', 'C'.repeat(200)]).said).toEqual([]);
  expect(read(['A', '', '', '', '', 'C'.repeat(201)])).toMatchObject({
    customer: null,
    said: [['tooLong', 'externalId']],
  });
});
