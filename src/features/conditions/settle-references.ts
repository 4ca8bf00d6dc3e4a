import { ticketFieldName } from '@/domain/condition/own-fields';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { StaffContext } from '@/server/context';
import { namesOf, type Pointing, type Reference, referencesIn, repointed, type Target } from './references';

/** What is wrong in a file, and where: `rules.2.actions.0.teamId`. */
export type FileProblem = Readonly<{ at: string; message: string }>;

type File = Readonly<{
  names: Readonly<Record<string, string>>;
  at: string;
  /** Words that stand where ids stand, and name no row. */
  known?: readonly string[];
}>;

/**
 * The same terms pointing at rows of this workspace: at the same ids where they are here, else at what bears the name that the
 * file gives. What is not found is listed.
 */
export async function settled<Terms extends Pointing>(
  ctx: StaffContext,
  terms: Terms,
  { names, at, known = [] }: File,
): Promise<Readonly<{ terms: Terms; problems: readonly FileProblem[] }>> {
  const references = referencesIn(terms);
  const here = await namesOf(ctx.db, ctx.workspaceId, references);
  const moved = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const reference of references) {
    if (here[reference.id] !== undefined || known.includes(reference.id)) continue;
    const name = names[reference.id];
    const id = name === undefined ? null : await idByName(ctx, reference, name);
    if (id) moved.set(reference.id, id);
    else problems.push({ at: `${at}.${reference.at}`, message: missing(reference, name) });
  }
  return { terms: repointed(terms, (id) => moved.get(id) ?? id), problems };
}

const missing = ({ to, id }: Reference, name: string | undefined) =>
  name === undefined ? `there is no ${to} ${id} here` : `there is no ${to} "${name}" here`;

type Find = (db: StaffContext['db'], workspaceId: string, name: string) => Promise<{ id: string } | null>;

const byName = (workspaceId: string, name: string) =>
  ({ where: { workspaceId, name }, select: { id: true }, orderBy: { id: 'asc' } }) as const;

/** People and customers are never found by name: there may be two of one. */
const FIND: Readonly<Partial<Record<Target, Find>>> = {
  team: (db, ...named) => db.team.findFirst(byName(...named)),
  tag: (db, ...named) => db.tag.findFirst(byName(...named)),
  channel: (db, ...named) => db.channelAccount.findFirst(byName(...named)),
  organization: (db, ...named) => db.organization.findFirst(byName(...named)),
  macro: (db, ...named) => db.macro.findFirst(byName(...named)),
  webhook: (db, ...named) => db.webhookEndpoint.findFirst(byName(...named)),
  calendar: (db, ...named) => db.businessCalendar.findFirst(byName(...named)),
  field: async (db, workspaceId, name) => {
    const definitions = await fieldDefinitions(db, { workspaceId, entity: 'ticket' });
    const found = definitions.find(({ names, key }) => key === name || Object.values(names).includes(name));
    return found ? { id: ticketFieldName(found.id) } : null;
  },
};

async function idByName(ctx: StaffContext, { to }: Reference, name: string): Promise<string | null> {
  return (await FIND[to]?.(ctx.db, ctx.workspaceId, name))?.id ?? null;
}
