import type { Marked } from './annotations';

/** What happened at a point of a course: each has a number, by which the picture names it. */
export type CourseMark = Readonly<{ key: string; marked: readonly Marked[]; numbers: readonly number[] }>;

/** At which points the marked days lie: each at the last point that begins on or before it. */
export function courseMarks(
  points: readonly Readonly<{ start: string }>[],
  marked: readonly Marked[],
): readonly CourseMark[] {
  const marks = new Map<string, CourseMark>();
  for (const [index, each] of marked.entries()) {
    const key = keyOf(points, each.day);
    if (key === null) continue;
    const there = marks.get(key) ?? { key, marked: [], numbers: [] };
    const numbers = [...there.numbers, index + 1];
    marks.set(key, { key, marked: [...there.marked, each], numbers });
  }
  return [...marks.values()];
}

function keyOf(points: readonly Readonly<{ start: string }>[], day: string): string | null {
  const sameDay = points.find(({ start }) => start.slice(0, 10) === day);
  return (sameDay ?? points.findLast(({ start }) => start.slice(0, 10) <= day))?.start ?? null;
}
