import { expect, test } from 'vitest';
import { BOARDS, boardOf, isBoard, isMetric } from '@/domain/insights/boards';

test.each(BOARDS)('the board %s has numbers, a table and a course, each once', (name) => {
  const { head, columns, course } = boardOf(name);
  expect(head.length).toBeGreaterThan(1);
  expect(columns.length).toBeGreaterThan(1);
  expect(new Set(head).size).toBe(head.length);
  expect([...head, ...columns, course].every(isMetric)).toBe(true);
});

test('only boards and metrics that there are count as such', () => {
  expect(isBoard('agents')).toBe(true);
  expect([isBoard('toString'), isBoard(undefined), isMetric('constructor')]).toEqual([false, false, false]);
});
