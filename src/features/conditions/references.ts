import type { TicketAction } from '@/domain/action/action';
import { comparisonsIn } from '@/domain/condition/explain';
import { isTicketField, ticketFieldId, ticketFieldName } from '@/domain/condition/own-fields';
import { RULE_FIELDS, takesNumber } from '@/domain/condition/rule-fields';
import type { RuleTerms } from '@/domain/rule/rule';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { ownNames } from '@/features/fields/commands/own-choices';
import type { Db, Tx } from '@/server/db/client';

/** The kinds of rows that a rule may point at. */
export type Target =
  | 'team'
  | 'member'
  | 'tag'
  | 'channel'
  | 'customer'
  | 'organization'
  | 'tier'
  | 'macro'
  | 'webhook'
  | 'checklist'
  | 'calendar'
  | 'field';

/** One place of a rule that holds an id of the workspace. */
export type Reference = Readonly<{ to: Target; id: string; at: string }>;

/** What of a rule, or of a view, names rows. */
export type Pointing = Pick<RuleTerms, 'conditions' | 'actions' | 'calendarId'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TARGET_OF: Readonly<Record<string, Target>> = {
  teamId: 'team',
  assigneeId: 'member',
  tagIds: 'tag',
  channelAccountId: 'channel',
  requesterId: 'customer',
  organizationId: 'organization',
  tierId: 'tier',
};

/** Every id that a rule names, with where it stands. */
export function referencesIn({ conditions, actions, calendarId }: Pointing): Reference[] {
  const named = conditions ? comparisonsIn(conditions) : [];
  const inConditions = named.flatMap(({ field, operator, values = [] }) => {
    if (isTicketField(field)) return [{ to: 'field' as const, id: field, at: `conditions.${field}` }];
    const to = TARGET_OF[field];
    const points = to && RULE_FIELDS[field].kind.startsWith('reference') && !takesNumber(operator);
    return points ? values.map((id) => ({ to, id, at: `conditions.${field}` })) : [];
  });
  const inActions = actions.flatMap((action, index) =>
    idsOf(action).map(({ to, id }) => ({ to, id, at: `actions.${index}.${action.kind}` })),
  );
  const calendar = calendarId ? [{ to: 'calendar' as const, id: calendarId, at: 'calendarId' }] : [];
  return [...inConditions, ...inActions, ...calendar];
}

function idsOf(action: TicketAction): Readonly<{ to: Target; id: string }>[] {
  switch (action.kind) {
    case 'set_team':
    case 'create_linked_ticket':
      return action.teamId ? [{ to: 'team', id: action.teamId }] : [];
    case 'assign':
      return UUID.test(action.to) ? [{ to: 'member', id: action.to }] : [];
    case 'notify':
      return action.userIds.map((id) => ({ to: 'member', id }));
    case 'apply_macro':
      return [{ to: 'macro', id: action.macroId }];
    case 'add_checklist':
      return [{ to: 'checklist', id: action.templateId }];
    case 'webhook':
      return [{ to: 'webhook', id: action.endpointId }];
    case 'set_field':
      return [{ to: 'field', id: ticketFieldName(action.fieldId) }];
    default:
      return [];
  }
}

/**
 * The same rule with other ids in the places that hold one; `idFor` gives the id itself where nothing is to change. Fields
 * stand in actions by their bare ids.
 */
export function repointed<Terms extends Pointing>(terms: Terms, idFor: (id: string) => string): Terms {
  const read = JSON.stringify({ ...terms });
  const ids = new Set(referencesIn(terms).map(({ id }) => id));
  return JSON.parse(read, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (ids.has(value)) return idFor(value);
    const own = ticketFieldName(value);
    return ids.has(own) ? idFor(own).slice(ticketFieldName('').length) : value;
  }) as Terms;
}

type Row = Readonly<{ id: string; name: string }>;
type Where = Readonly<{ workspaceId: string; ids: readonly string[] }>;

const READ: Readonly<Record<Target, (db: Db | Tx, where: Where) => Promise<readonly Row[]>>> = {
  team: (db, where) => db.team.findMany(named(where)),
  tag: (db, where) => db.tag.findMany(named(where)),
  channel: (db, where) => db.channelAccount.findMany(named(where)),
  organization: (db, where) => db.organization.findMany(named(where)),
  macro: (db, where) => db.macro.findMany(named(where)),
  webhook: (db, where) => db.webhookEndpoint.findMany(named(where)),
  checklist: (db, where) => db.checklistTemplate.findMany(named(where)),
  calendar: (db, where) => db.businessCalendar.findMany(named(where)),
  field: fieldNames,
  tier: (db, { workspaceId, ids }) => db.$queryRaw<Row[]>`
    select t.id, coalesce(nullif(t.names->>w.locale, ''), nullif(t.names->>'en', ''), t.names->>'hu', t.names->>'lv') as name
    from "LoyaltyTier" t join "Workspace" w on w.id = t."workspaceId"
    where t."workspaceId" = ${workspaceId}::uuid and t.id = any(${[...ids]}::uuid[])`,
  customer: async (db, { workspaceId, ids }) => {
    const where = { workspaceId, id: { in: [...ids] } };
    const rows = await db.customer.findMany({ where, select: { id: true, displayName: true } });
    return rows.map(({ id, displayName }) => ({ id, name: displayName }));
  },
  member: async (db, { workspaceId, ids }) => {
    const rows = await db.membership.findMany({
      where: { workspaceId, userId: { in: [...ids] }, deactivatedAt: null },
      select: { userId: true, user: { select: { name: true } } },
    });
    return rows.map(({ userId, user }) => ({ id: userId, name: user.name }));
  },
};

/** Fields by `ticket.` and their ids, and their options by that and their keys, as people of the workspace call them. */
async function fieldNames(db: Db | Tx, { workspaceId, ids }: Where): Promise<readonly Row[]> {
  const [workspace, definitions] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
  ]);
  return definitions
    .filter(({ id }) => ids.includes(ticketFieldName(id)))
    .flatMap((field) => ownNames(field, workspace.locale));
}

const named = ({ workspaceId, ids }: Where) => ({
  where: { workspaceId, id: { in: [...ids] } },
  select: { id: true, name: true } as const,
});

/** Names by id of what these references point at; one that is missing is not here. */
export async function namesOf(
  db: Db | Tx,
  workspaceId: string,
  references: readonly Reference[],
): Promise<Readonly<Record<string, string>>> {
  const wanted = Map.groupBy(
    references.filter(({ id }) => UUID.test(isTicketField(id) ? ticketFieldId(id) : id)),
    ({ to }) => to,
  );
  const rows = await Promise.all(
    [...wanted].map(([to, some]) =>
      READ[to](db, { workspaceId, ids: [...new Set(some.map(({ id }) => id))] }),
    ),
  );
  return Object.fromEntries(rows.flat().map(({ id, name }) => [id, name]));
}
