import { expect, test } from 'vitest';
import { markWords } from '@/features/views/mark-words';

const marked = (text: string, ...words: string[]) =>
  markWords(text, words)
    .map(({ part, marked }) => (marked ? `[${part}]` : part))
    .join('');

test.each([
  ['The kettle is broken', ['kettle'], 'The [kettle] is broken'],
  ['Kettle, kettles; kettledrum', ['kettle'], '[Kettle], [kettles]; [kettledrum]'],
  ['Megrendelésemről kérdeznék', ['megrendeles'], '[Megrendelésemről] kérdeznék'],
  ['Par pasūtījumu nr. 12', ['pasutijuma'], 'Par [pasūtījumu] nr. 12'],
  ['Order 20977', ['"20977"'], 'Order [20977]'],
  ['nothing here', ['kettle'], 'nothing here'],
  ['a cat sat', ['ca'], 'a [cat] sat'],
  ['', ['x'], ''],
  ['all as it was', [], 'all as it was'],
  ['<b>bold</b>', ['b'], '<[b]>[bold]</[b]>'],
])('in %j, %j marks %j', (text, words, result) => {
  expect(marked(text, ...words)).toBe(result);
});

test('the pieces make up the text again', () => {
  const text = 'Kávé, kávéfőző – és még egy kávé.';
  expect(
    markWords(text, ['kave'])
      .map(({ part }) => part)
      .join(''),
  ).toBe(text);
});
