import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/domain/tone/sentence';

const texts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it.each([
    ['One. Two! Three? Four…', ['One', 'Two', 'Three', 'Four']],
    ['Dear Anna\nthank you', ['Dear Anna', 'thank you']],
    ['It takes approx. 3 days, e.g. Friday.', ['It takes approx. 3 days, e.g. Friday']],
    ['Kb. 3 nap. Köszönjük!', ['Kb. 3 nap', 'Köszönjük']],
    ['Plkst. 16.00 zvanīsim. Paldies.', ['Plkst. 16.00 zvanīsim', 'Paldies']],
    ['', []],
    ['…!', []],
  ])('are told apart in “%s”', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});
