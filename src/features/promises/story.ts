import type { PromiseAbout, PromiseEnd, PromiseSource } from '@/domain/promise/promise';

/** How a promise stands, as people see it. */
export type PromiseLook =
  | 'open'
  | 'at_risk'
  | 'paused'
  | 'kept'
  | 'broken'
  | 'late'
  | 'replaced'
  | 'withdrawn';

/** One promise with who gave it, on what ground, and what became of it. */
export type PromiseStory = Readonly<{
  id: string;
  about: PromiseAbout;
  source: PromiseSource;
  look: PromiseLook;
  promisedAt: Date;
  dueAt: Date;
  /** Empty where it was promised by itself. */
  by: string;
  text: string;
  sample: number | null;
  group: string | null;
  pausedAt: Date | null;
  keptAt: Date | null;
  brokenAt: Date | null;
  endedAt: Date | null;
  reason: PromiseEnd | null;
}>;

type Row = Omit<PromiseStory, 'look' | 'by' | 'reason'> &
  Readonly<{ reason: string | null; promisedByName: string; riskAt: Date | null }>;

/** A row as people see it at `now`; what no sweep has looked at yet is judged all the same. */
export function storyOf(row: Row, now: Date): PromiseStory {
  const { id, about, source, promisedAt, dueAt, text, sample, group } = row;
  const { pausedAt, keptAt, endedAt } = row;
  const isLate = endedAt === null && pausedAt === null && now > dueAt;
  const brokenAt = row.brokenAt ?? (isLate ? dueAt : null);
  const reason = row.reason as PromiseEnd | null;
  const facts = {
    id,
    about,
    source,
    promisedAt,
    dueAt,
    text,
    sample,
    group,
    pausedAt,
    keptAt,
    endedAt,
    reason,
  };
  return { ...facts, brokenAt, by: row.promisedByName, look: lookOf({ ...row, brokenAt }, now) };
}

type Looked = Pick<Row, 'keptAt' | 'endedAt' | 'pausedAt' | 'riskAt' | 'reason' | 'brokenAt'>;

function lookOf(row: Looked, now: Date): PromiseLook {
  if (row.keptAt) return 'kept';
  if (row.brokenAt) return row.reason === 'late' ? 'late' : 'broken';
  if (row.endedAt) return row.reason === 'replaced' ? 'replaced' : 'withdrawn';
  if (row.pausedAt) return 'paused';
  return row.riskAt && row.riskAt <= now ? 'at_risk' : 'open';
}
