import { type PromiseTerms, TOLD_CHANNELS } from '@/domain/promise/promise';
import type { Channel } from '@/domain/ticket/ticket';
import { hoursOfCalendar } from '@/features/sla/commands/hours-of-calendar';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** What is promised by itself in a workspace, and how. */
export type PromiseSettings = Readonly<{
  automatic: boolean;
  sla: boolean;
  statistical: boolean;
  channels: readonly Channel[];
  minimumSample: number;
  /** In percent of the working time until the promised one. */
  riskPercent: number;
  roundMinutes: number;
}>;

/** What holds until somebody sets it. Where neither a target nor enough history tells a time, nothing is promised. */
const USUAL: PromiseSettings = {
  automatic: true,
  sla: true,
  statistical: true,
  channels: TOLD_CHANNELS,
  minimumSample: 20,
  riskPercent: 75,
  roundMinutes: 15,
};

/** By what promises are given and judged in a workspace. */
export type PromiseGround = PromiseTerms &
  Readonly<{
    settings: PromiseSettings;
    /** Working hours of an answer where nothing else tells. */
    answerWithinHours: number | null;
  }>;

type Own = { [Name in keyof PromiseSettings]: PromiseSettings[Name] | null };
type Row = Own &
  Readonly<{ answerWithinHours: number | null; calendarId: string | null; version: number | null }>;

/** The settings of a workspace with the hours of its standard calendar; in one statement once the calendar is known. */
export async function promiseGround(tx: Tx | Db, ctx: Pick<Context, 'workspaceId'>): Promise<PromiseGround> {
  const [row] = await tx.$queryRaw<Row[]>`
    select w."answerWithinHours", c.id as "calendarId", c.version, s.automatic, s.sla, s.statistical,
      s.channels::text[] as channels, s."minimumSample", s."riskPercent", s."roundMinutes"
    from "Workspace" w left join "PromiseSettings" s on s."workspaceId" = w.id
    left join "BusinessCalendar" c on c."workspaceId" = w.id and c.standard
    where w.id = ${ctx.workspaceId}::uuid`;
  if (!row) throw new Error(`no workspace ${ctx.workspaceId}`);
  const { answerWithinHours, calendarId, version, ...own } = row;
  const settings = own.automatic === null ? USUAL : (own as PromiseSettings);
  const hours =
    calendarId !== null && version !== null
      ? await hoursOfCalendar(tx as Tx, ctx, { calendarId, version })
      : null;
  return { settings, answerWithinHours, hours, riskShare: settings.riskPercent / 100 };
}
