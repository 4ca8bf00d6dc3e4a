import { costFacts } from '@/domain/metrics/cost-facts';
import type { Fact } from '@/domain/metrics/facts';
import { callFacts, chatFacts } from '@/domain/metrics/line-facts';
import { type Presence, presenceFacts } from '@/domain/metrics/presence-facts';
import { surveyFacts } from '@/domain/metrics/survey-facts';
import { ticketFacts } from '@/domain/metrics/ticket-facts';
import { visitFacts } from '@/domain/metrics/visit-facts';
import { daysLater, instantOf, localTimeOf } from '@/domain/shared/local-time';
import type { BusinessMinutes } from '@/features/metrics/business-minutes';
import { loadCosts } from '@/features/metrics/load-costs';
import { loadCalls, loadChats } from '@/features/metrics/load-lines';
import { loadPresence } from '@/features/metrics/load-presence';
import { loadSurveys, loadVisits } from '@/features/metrics/load-surveys';
import { loadTickets } from '@/features/metrics/load-tickets';
import type { Counted } from '@/features/metrics/save-facts';
import type { MetricSettings } from '@/features/metrics/settings';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';

/** By what a workspace counts at the moment. */
export type Counting = Readonly<{
  workspaceId: string;
  timeZone: string;
  settings: MetricSettings;
  businessMinutes: BusinessMinutes;
}>;

type Subject = Readonly<{
  /** All of a workspace, as a query of `id`s. */
  all: (workspaceId: string) => Sql;
  count: (tx: Tx, counting: Counting, ids: readonly string[]) => Promise<Map<string, readonly Fact[]>>;
}>;

/** What is counted, by the names that `MetricChange` knows. What is gone has no facts any more. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  ticket: {
    all: (
      workspaceId, // Those of one day together: the fewer days a batch touches, the fewer sums it writes.
    ) => sql`select id from "Ticket" where "workspaceId" = ${workspaceId}::uuid order by "createdAt"`,
    count: async (tx, { workspaceId, settings, businessMinutes }, ids) => {
      const { fcrDays, thanksReopen } = settings;
      const pasts = await loadTickets(tx, { workspaceId, ids, fcrDays });
      const rules = { fcrDays, thanksReopen, businessMinutes };
      return new Map(pasts.map((past) => [past.id, ticketFacts(past, rules)]));
    },
  },
  call: {
    all: (workspaceId) => sql`select id from "CallLog" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, { workspaceId, settings }, ids) =>
      byId(await loadCalls(tx, { workspaceId, ids }), (call) => callFacts(call, settings)),
  },
  chat: {
    all: (workspaceId) => sql`select id from "ChatSession" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, { workspaceId, settings }, ids) =>
      byId(await loadChats(tx, { workspaceId, ids }), (chat) => chatFacts(chat, settings)),
  },
  survey: {
    all: (workspaceId) => sql`select id from "SurveyInvite" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, { workspaceId }, ids) => byId(await loadSurveys(tx, { workspaceId, ids }), surveyFacts),
  },
  visit: {
    all: (workspaceId) => sql`select id from "HelpSession" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, { workspaceId }, ids) => byId(await loadVisits(tx, { workspaceId, ids }), visitFacts),
  },
  presence: {
    all: (workspaceId) => sql`select id from "PresenceSpan" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, { workspaceId, timeZone }, ids) =>
      byId(await loadPresence(tx, { workspaceId, ids }), (presence) =>
        presenceFacts(presence, midnightsIn(presence, timeZone)),
      ),
  },
  cost: {
    all: (workspaceId) => sql`select id from "SupportCost" where "workspaceId" = ${workspaceId}::uuid`,
    count: async (tx, counting, ids) => byId(await loadCosts(tx, counting, ids), costFacts),
  },
};

const byId = <Row extends Readonly<{ id: string }>>(rows: readonly Row[], facts: (row: Row) => Fact[]) =>
  new Map(rows.map((row) => [row.id, facts(row)]));

/** The beginnings of the workspace's days within a stretch of presence; a year of them at most. */
function midnightsIn({ from, until }: Presence, timeZone: string): Date[] {
  const midnights: Date[] = [];
  for (let day = 1; day <= 366; day++) {
    const at = instantOf(daysLater(localTimeOf(from, timeZone), day, '00:00'), timeZone);
    if (!at || at >= until) break;
    midnights.push(at);
  }
  return midnights;
}

/** What the subjects of one kind count as now; those that are gone, as nothing. */
export async function countSubjects(
  tx: Tx,
  ...[counting, subject, ids]: [Counting, string, readonly string[]]
): Promise<Counted> {
  const counted = (await SUBJECTS[subject]?.count(tx, counting, ids)) ?? new Map();
  return new Map(ids.map((id) => [id, counted.get(id) ?? []]));
}
