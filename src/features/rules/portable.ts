import { z } from 'zod';
import { ticketFieldName } from '@/domain/condition/own-fields';
import type { RuleTerms } from '@/domain/rule/rule';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { StaffContext } from '@/server/context';
import { storableJson } from '@/server/http/request-body';
import { ruleTerms } from './commands/rule-fields';
import { namesOf, type Reference, referencesIn, repointed, type Target } from './references';

/** What a file of rules begins with, so that no other file is taken for one. */
export const RULE_FILE = { kalauz: 'rules', format: 1 } as const;

const file = z.object({
  kalauz: z.literal(RULE_FILE.kalauz),
  format: z.literal(RULE_FILE.format),
  rules: z.array(z.unknown()).min(1).max(500),
  names: z.record(z.string(), z.string()).default({}),
});

/** What is wrong in a file, and where: `rules.2.actions.0.teamId`. */
export type FileProblem = Readonly<{ at: string; message: string }>;

export type ReadRules = Readonly<{ rules: readonly RuleTerms[]; problems: readonly FileProblem[] }>;

/**
 * The rules in a file, pointing at rows of this workspace: at the same ids where they are here, else at what bears the same
 * name. Everything that is wrong is listed, not only the first thing.
 */
export async function readRules(ctx: StaffContext, text: string): Promise<ReadRules> {
  const json = parsed(text);
  if (!json.ok) return { rules: [], problems: [{ at: '', message: json.message }] };
  const read = file.safeParse(json.value);
  if (!read.success) return { rules: [], problems: read.error.issues.map((issue) => problemAt(issue)) };
  const { names } = read.data;
  const rules: RuleTerms[] = [];
  const problems: FileProblem[] = [];
  for (const [index, each] of read.data.rules.entries()) {
    const at = `rules.${index}`;
    const terms = ruleTerms.safeParse(each);
    if (!terms.success) problems.push(...terms.error.issues.map((issue) => problemAt(issue, at)));
    else {
      const found = await settled(ctx, terms.data, { names, at });
      problems.push(...found.problems);
      rules.push(found.terms);
    }
  }
  return { rules, problems };
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: storableJson(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'this is no JSON' };
  }
}

const problemAt = ({ path, message }: z.core.$ZodIssue, before = ''): FileProblem => ({
  at: [before, ...path.map(String)].filter(Boolean).join('.'),
  message,
});

type File = Readonly<{ names: Readonly<Record<string, string>>; at: string }>;

async function settled(ctx: StaffContext, terms: RuleTerms, { names, at }: File) {
  const references = referencesIn(terms);
  const here = await namesOf(ctx.db, ctx.workspaceId, references);
  const moved = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const reference of references) {
    if (here[reference.id] !== undefined) continue;
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
