import type { z } from 'zod';
import type { Result } from '@/domain/shared/result';
import problems from '@/i18n/messages/en/problem.json';
import type { SystemContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { Refusal } from './command';

/** The world of a command: the database, the clock and new ids. */
export const world = () => ({ db: database(), now: () => new Date(), newId });

/** The context of a workspace for the command line. Throws `Refusal` when there is none of that name. */
export async function inWorkspace(slug: string): Promise<SystemContext> {
  const workspace = await database().workspace.findUnique({ where: { slug }, select: { id: true } });
  if (!workspace) throw new Refusal(`There is no workspace "${slug}". See: workspace list`);
  return {
    ...world(),
    workspaceId: workspace.id,
    actor: { kind: 'system', id: 'command_line', name: 'Command line' },
  };
}

/** `raw` when `schema` accepts it, or a refusal that names the first option that it does not accept. */
export function accepted<Raw>(schema: z.ZodType<unknown, Raw>, ...[raw, name = '']: [Raw, string?]): Raw {
  const result = schema.safeParse(raw);
  if (result.success) return raw;
  const [issue] = result.error.issues;
  const field = String(issue?.path.at(-1) ?? name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new Refusal(`--${field} is not accepted: ${issue?.message}.`);
}

/** What went well, or a refusal with the sentence that the product shows for this failure. */
export function orRefuse<Value>(result: Result<Value, Readonly<{ code: string }>>): Value {
  if (result.ok) return result.value;
  throw new Refusal(sentenceOf(result.error.code));
}

function sentenceOf(code: string): string {
  const found = code
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], problems);
  return typeof found === 'string' ? found : code;
}

/** Prints rows as columns under their headings. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [headings, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
