import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/domain/tone/phrase';
import { findShouting } from '@/domain/tone/shouting';

const shouted = (text: string) =>
  findShouting(text, wordsOf(text)).map(({ quote, alternatives }) => [quote, ...alternatives]);

describe('shouting', () => {
  it.each([
    ['please READ THE MANUAL today', [['READ THE MANUAL', 'read the manual']]],
    ['please write IMMEDIATELY today', [['IMMEDIATELY', 'immediately']]],
    ['NE NYOMJA MEG a gombot', [['NE NYOMJA MEG', 'ne nyomja meg']]],
    ['today!!!', [['!!!', '!']]],
    ['did you see it???', [['???', '?']]],
    ['really!?', [['!?', '?']]],
    ['your USB and HDMI cable, order AB12CD', []],
    ['Really? Yes!', []],
  ])('in “%s” is %j', (text, expected) => {
    expect(shouted(text)).toEqual(expected);
  });
});
