import 'server-only';
import { TARGET_METRICS } from '@/domain/insights/boards';
import { FCR_VARIANTS } from '@/domain/metrics/registry';
import { may } from '@/domain/permission/can';
import { type MetricSetup, type MetricValue, metricOverview, metricSetup } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { annotationsIn, type Marked } from './annotations';
import { type Asked, readAsked } from './asked';
import { askedOf } from './queries';
import { type ReportRow, reportRows } from './report-rows';

export type SettingsPage = Readonly<{
  asked: Asked;
  targets: readonly MetricValue[];
  marks: readonly Marked[];
  reports: readonly ReportRow[];
  /** Who may get boards by mail: oneself, and for managers everybody who may see them. */
  readers: readonly Readonly<{ id: string; name: string }>[];
}>;

/** Targets beside how their numbers stand, what is marked in the last two years, and the boards that go out by mail. */
export async function getInsightSettings(ctx: StaffContext): Promise<SettingsPage> {
  const asked = await askedOf(ctx, { compared: 'none' });
  const marksFrom = readAsked({ span: 'last_year' }, { today: asked.period.to, weekStart: 1 }).period.from;
  const [targets, marks, reports, readers] = await Promise.all([
    metricOverview(ctx, TARGET_METRICS, asked.question),
    annotationsIn(ctx, { from: marksFrom, to: FAR }),
    reportRows(ctx),
    listReaders(ctx),
  ]);
  return { asked, targets, marks: marks.toReversed(), reports, readers };
}

/** How the workspace counts, with what can be chosen. */
export type CountingPage = Readonly<{
  setup: MetricSetup;
  /** First contact resolution of the last 30 days by each way of counting, in the order of `FCR_VARIANTS`. */
  variants: readonly MetricValue[];
  teams: readonly Named[];
  calendars: readonly Named[];
}>;

type Named = Readonly<{ id: string; name: string }>;

const MOST_TEAMS = 200;

/** For whoever runs the workspace: the way of counting, beside what each other way would say. */
export async function getCounting(ctx: StaffContext): Promise<CountingPage> {
  const { question } = await askedOf(ctx, { compared: 'none' });
  const where = { workspaceId: ctx.workspaceId };
  const list = { orderBy: [{ name: 'asc' }, { id: 'asc' }], take: MOST_TEAMS } as const;
  const [setup, variants, teams, calendars] = await Promise.all([
    metricSetup(ctx),
    metricOverview(
      ctx,
      FCR_VARIANTS.map((variant) => `fcr_${variant}` as const),
      question,
    ),
    ctx.db.team.findMany({ where, ...list, orderBy: [...list.orderBy], select: { id: true, name: true } }),
    ctx.db.businessCalendar.findMany({
      where,
      ...list,
      orderBy: [...list.orderBy],
      select: { id: true, name: true },
    }),
  ]);
  return { setup, variants, teams, calendars };
}

const FAR = '2999-12-31';
const MOST_READERS = 200;

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function listReaders({ db, workspaceId, actor }: StaffContext) {
  const rows = await db.membership.findMany({
    where: {
      workspaceId,
      deactivatedAt: null,
      user: { disabledAt: null },
      role: { in: ['owner', 'admin', 'manager'] },
      ...(!may(actor, 'insights.manage') && { userId: actor.id ?? NOBODY }),
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: MOST_READERS,
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
}
