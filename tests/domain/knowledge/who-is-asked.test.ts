import { describe, expect, test } from 'vitest';
import { askedToReadAgain, askedToReview } from '@/domain/knowledge/who-is-asked';

describe('who is told that a text waits for review', () => {
  const publishers = ['mara', 'peter', 'oskar'];
  test.each([
    ['the one who is named', 'mara', 'anna', ['mara']],
    ['all who may publish, where nobody is named', null, 'anna', ['mara', 'peter', 'oskar']],
    [
      'all of them where the one who is named may publish no more',
      'gone',
      'anna',
      ['mara', 'peter', 'oskar'],
    ],
    ['not the one who asks', null, 'mara', ['peter', 'oskar']],
    ['others, where people name themselves', 'mara', 'mara', ['peter', 'oskar']],
  ])('%s', (_, reviewerId, askedById, told) => {
    expect(askedToReview({ reviewerId, askedById, publishers })).toEqual(told);
  });
});

test('an article is read again by its owner, and one without an owner by whoever may publish', () => {
  expect(askedToReadAgain({ ownerId: 'anna', publishers: ['mara'] })).toEqual(['anna']);
  expect(askedToReadAgain({ ownerId: null, publishers: ['mara'] })).toEqual(['mara']);
});
