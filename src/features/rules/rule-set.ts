import type { RuleTerms } from '@/domain/rule/rule';
import type { OpenHours } from '@/domain/sla/business-time';
import { hoursOfWorkspace } from '@/features/sla/commands/hours-of-workspace';
import type { Tx } from '@/server/db/client';

/** A rule that is on, ready to be asked. */
export type ActiveRule = RuleTerms &
  Readonly<{
    id: string;
    version: number;
    activeSince: Date;
    /** The hours by which its business time counts; null: all time is open. */
    hours: OpenHours | null;
  }>;

export type RuleSet = Readonly<{
  version: number;
  triggers: readonly ActiveRule[];
  automations: readonly ActiveRule[];
}>;

const remembered = new Map<string, RuleSet>();
const MOST_KEPT = 2000;

/** The rules of a workspace that are on, in order; read anew only when a rule or a calendar has changed. */
export async function ruleSet(tx: Tx, workspaceId: string): Promise<RuleSet> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    select "rulesVersion" as version from "Workspace" where id = ${workspaceId}::uuid`;
  const version = row?.version ?? 0;
  const known = remembered.get(workspaceId);
  if (known?.version === version) return known;
  const rules = await activeRules(tx, workspaceId);
  const set = {
    version,
    triggers: rules.filter(({ kind }) => kind === 'trigger'),
    automations: rules.filter(({ kind }) => kind === 'automation'),
  };
  if (remembered.size > MOST_KEPT) remembered.clear();
  remembered.set(workspaceId, set);
  return set;
}

async function activeRules(tx: Tx, workspaceId: string): Promise<ActiveRule[]> {
  const rows = await tx.rule.findMany({
    where: { workspaceId, active: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const hours = await hoursOfWorkspace(
    tx,
    workspaceId,
    rows.flatMap(({ calendarId }) => calendarId ?? []),
  );
  return rows.map((row) => ({
    ...(row as unknown as RuleTerms),
    id: row.id,
    version: row.version,
    activeSince: row.activeSince ?? row.createdAt,
    hours: hours(row.calendarId),
  }));
}
