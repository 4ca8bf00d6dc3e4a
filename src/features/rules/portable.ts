import { z } from 'zod';
import type { RuleTerms } from '@/domain/rule/rule';
import { type FileProblem, settled } from '@/features/conditions/settle-references';
import type { StaffContext } from '@/server/context';
import { storableJson } from '@/server/http/request-body';
import { ruleTerms } from './commands/rule-fields';

/** What a file of rules begins with, so that no other file is taken for one. */
export const RULE_FILE = { kalauz: 'rules', format: 1 } as const;

const file = z.object({
  kalauz: z.literal(RULE_FILE.kalauz),
  format: z.literal(RULE_FILE.format),
  rules: z.array(z.unknown()).min(1).max(500),
  names: z.record(z.string(), z.string()).default({}),
});

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
