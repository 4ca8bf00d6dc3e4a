import { describe, expect, it } from 'vitest';
import {
  differ,
  meanInterval,
  momentsOf,
  type ScoreCount,
  studentT,
  weightOf,
} from '@/domain/metrics/intervals';
import { shareOf } from '@/domain/metrics/wilson';

const counted = (scores: readonly number[]): ScoreCount[] => scores.map((score) => ({ score, count: 1 }));

describe('means of few', () => {
  it.each([
    [1, 12.7062],
    [4, 2.7764],
    [9, 2.2622],
    [10, 2.2281],
    [30, 2.0423],
    [100, 1.984],
    [1000, 1.9623],
  ])('t for %i degrees of freedom is %f', (degrees, expected) => {
    expect(studentT(degrees)).toBeCloseTo(expected, 4);
  });

  it('falls towards z without a jump', () => {
    for (let degrees = 1; degrees < 200; degrees += 1)
      expect(studentT(degrees + 1)).toBeLessThan(studentT(degrees));
  });

  it('has no interval for one value and none around values that are all the same', () => {
    expect(meanInterval(momentsOf(counted([4])))).toBeNull();
    expect(meanInterval(momentsOf(counted([4, 4, 4])))).toEqual({ low: 4, high: 4 });
  });
});

describe('how much a number may say', () => {
  it.each([
    [0, 'none'],
    [4, 'none'],
    [5, 'uncertain'],
    [29, 'uncertain'],
    [30, 'sound'],
  ] as const)('%i answers: %s', (count, weight) => {
    expect(weightOf(count)).toBe(weight);
  });

  it('calls two numbers different only when their intervals do not meet and both may be shown', () => {
    expect(differ(shareOf(45, 50), shareOf(62, 80))).toBe(false);
    expect(differ(shareOf(188, 200), shareOf(62, 80))).toBe(true);
    expect(differ(shareOf(4, 4), shareOf(0, 50))).toBe(false);
  });
});
