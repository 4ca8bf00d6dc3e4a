import { placeOf } from '@/domain/metrics/facts';
import { factsWhere, type Question } from '@/features/metrics/aggregate';
import { labelsOf } from '@/features/metrics/labels';
import type { StaffContext } from '@/server/context';

type Part = Readonly<{ value: string; count: number }>;

/** What a person's answers of a period were about; `urgent` are those of high and urgent tickets. */
export type WorkMix = Readonly<{
  agentId: string;
  name: string;
  answers: number;
  urgent: number;
  channels: readonly Part[];
  languages: readonly Part[];
}>;

type Row = Readonly<{
  agentId: string;
  channel: string | null;
  language: string | null;
  urgent: boolean | null;
  /** Of which of the sets the row is: the bits of what it is not grouped by. */
  grouped: number;
  count: number;
}>;

const BY_CHANNEL = 0b011;
const BY_LANGUAGE = 0b101;
const BY_URGENCY = 0b110;

/** Public answers of each person by channel, language and urgency, by name; in one query. */
export async function mixOf(ctx: StaffContext, question: Question): Promise<WorkMix[]> {
  const { workspaceId } = ctx;
  const { index } = placeOf('message_out');
  const rows = await ctx.db.$queryRaw<Row[]>`
    select x."agentId", x.channel, x.language, x.urgent, grouping(x.channel, x.language, x.urgent)::int as grouped,
      count(*)::int as count
    from (
      select f."agentId", coalesce(f.channel, '') as channel, coalesce(f.language, '') as language,
        coalesce(f.priority in ('high', 'urgent'), false) as urgent
      from "MetricFact" f
      where ${factsWhere({ workspaceId, kind: 'reply', question })} and f."agentId" is not null
        and f."values"[${index + 1}::int] is not null
    ) x
    group by grouping sets ((x."agentId", x.channel), (x."agentId", x.language), (x."agentId", x.urgent))
    order by count(*) desc`;
  const ids = [...new Set(rows.map(({ agentId }) => agentId))];
  const names = await labelsOf(ctx, 'agent', ids);
  return ids
    .map((agentId) => mixFrom(agentId, names.get(agentId) ?? '', rows))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function mixFrom(agentId: string, name: string, rows: readonly Row[]): WorkMix {
  const own = rows.filter((row) => row.agentId === agentId);
  const of = (set: number) => own.filter(({ grouped }) => grouped === set);
  const parts = (set: number, value: (row: Row) => string | null) =>
    of(set).map((row) => ({ value: value(row) ?? '', count: row.count }));
  const count = (found: readonly Row[]) => found.reduce((sum, row) => sum + row.count, 0);
  const byUrgency = of(BY_URGENCY);
  return {
    ...{ agentId, name },
    answers: count(byUrgency),
    urgent: count(byUrgency.filter(({ urgent }) => urgent)),
    channels: parts(BY_CHANNEL, ({ channel }) => channel),
    languages: parts(BY_LANGUAGE, ({ language }) => language),
  };
}
