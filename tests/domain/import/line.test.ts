import { expect, test } from 'vitest';
import { readLine } from '@/domain/import/line';

const world = {
  phoneOf: (text: string) => (/^\+\d{8,}$/.test(text) ? text : null),
  isTimeZone: (name: string) => name === 'Europe/Riga',
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
