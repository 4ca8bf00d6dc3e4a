import type { Condition } from '@/domain/condition/evaluate';
import { CONDITION_FIELDS, type FieldName } from '@/domain/condition/fields';
import { asksForOwnFields, isTicketField } from '@/domain/condition/own-fields';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { type OwnChoice, ownChoices, ownNames } from '@/features/fields/commands/own-choices';
import type { StaffContext } from '@/server/context';

const LISTED = 500;

type NamedValue = Readonly<{ id: string; name: string }>;

/** What the form offers for each field whose values are rows of this workspace. */
export type ConditionChoices = Readonly<Partial<Record<FieldName, readonly NamedValue[]>>> &
  Readonly<{ own?: readonly OwnChoice[] }>;

/** Teams, people, tags and channels by name. Customers and organizations are searched: there are too many. */
export async function conditionChoices(
  { db, workspaceId }: StaffContext,
  locale: string,
): Promise<ConditionChoices> {
  const named = { orderBy: { name: 'asc' }, take: LISTED, select: { id: true, name: true } } as const;
  const [teams, people, tags, channels, tiers, own] = await Promise.all([
    db.team.findMany({ where: { workspaceId }, ...named }),
    db.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      orderBy: { user: { name: 'asc' } },
      take: LISTED,
      select: { userId: true, user: { select: { name: true } } },
    }),
    db.tag.findMany({ where: { workspaceId }, ...named }),
    db.channelAccount.findMany({ where: { workspaceId }, ...named }),
    tiersByName({ db, workspaceId }),
    ownChoices({ db, workspaceId }, locale),
  ]);
  return {
    own,
    tierId: tiers,
    teamId: teams,
    assigneeId: people.map(({ userId, user }) => ({ id: userId, name: user.name })),
    tagIds: tags,
    channelAccountId: channels,
  };
}

/** Names of all rows that these conditions point at, by id; what is gone is left out. */
export async function namesIn(
  { db, workspaceId }: StaffContext,
  conditions: readonly (Condition | null)[],
): Promise<Readonly<Record<string, string>>> {
  const own = await namesOfOwn({ db, workspaceId }, conditions);
  const ids = [...new Set(conditions.flatMap((condition) => (condition ? idsIn(condition) : [])))];
  if (ids.length === 0) return own;
  const where = { where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } };
  const rows = await Promise.all([
    db.team.findMany(where),
    db.tag.findMany(where),
    db.channelAccount.findMany(where),
    db.organization.findMany(where),
    tiersByName({ db, workspaceId }),
    db.customer
      .findMany({ where: where.where, select: { id: true, displayName: true } })
      .then((customers) => customers.map(({ id, displayName }) => ({ id, name: displayName }))),
    db.membership
      .findMany({
        where: { workspaceId, userId: { in: ids } },
        select: { userId: true, user: { select: { name: true } } },
      })
      .then((people) => people.map(({ userId, user }) => ({ id: userId, name: user.name }))),
  ]);
  return { ...own, ...Object.fromEntries(rows.flat().map(({ id, name }) => [id, name])) };
}

/** Names of own fields and their options, where any of these conditions looks at one. */
async function namesOfOwn(
  { db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>,
  conditions: readonly (Condition | null)[],
): Promise<Readonly<Record<string, string>>> {
  if (!asksForOwnFields(conditions)) return {};
  const [workspace, definitions] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
  ]);
  const named = definitions.flatMap((field) => ownNames(field, workspace.locale));
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

/** Tiers from the highest on, named in the language of the workspace. */
function tiersByName({ db, workspaceId }: Pick<StaffContext, 'db' | 'workspaceId'>): Promise<NamedValue[]> {
  return db.$queryRaw<NamedValue[]>`
    select t.id, coalesce(nullif(t.names->>w.locale, ''), nullif(t.names->>'en', ''), t.names->>'hu', t.names->>'lv') as name
    from "LoyaltyTier" t join "Workspace" w on w.id = t."workspaceId"
    where t."workspaceId" = ${workspaceId}::uuid order by t.rank limit ${LISTED}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function idsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(idsIn);
  if ('any' in condition) return condition.any.flatMap(idsIn);
  if ('not' in condition) return idsIn(condition.not);
  if (isTicketField(condition.field)) return [];
  const { kind } = CONDITION_FIELDS[condition.field];
  const points = kind === 'reference' || kind === 'references';
  return points ? (condition.values ?? []).filter((value) => UUID.test(value)) : [];
}
