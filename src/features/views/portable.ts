import { z } from 'zod';
import { ME, MY_TEAMS, type ViewCondition } from '@/domain/condition/view-fields';
import { namesOf } from '@/features/conditions/references';
import { type FileProblem, settled } from '@/features/conditions/settle-references';
import type { StaffContext } from '@/server/context';
import { storableJson } from '@/server/http/request-body';
import { viewReferences } from './commands/save-view';
import { viewShape } from './commands/view-fields';
import type { StoredView } from './view-rows';

/** What a file of views begins with, so that no other file is taken for one. */
const VIEW_FILE = { kalauz: 'views', format: 1 } as const;

const { name, conditions, columns, sort, groupBy, density } = viewShape;
const portableView = z.strictObject({ name, conditions, columns, sort, groupBy, density });
type PortableView = z.output<typeof portableView>;

const file = z.object({
  kalauz: z.literal(VIEW_FILE.kalauz),
  format: z.literal(VIEW_FILE.format),
  views: z.array(z.unknown()).min(1).max(100),
  names: z.record(z.string(), z.string()).default({}),
});

/** Views as a file for another workspace, with the names of what they point at. Whose they are stays here. */
export async function viewFile(ctx: StaffContext, views: readonly StoredView[]) {
  const references = views.flatMap(({ conditions: asked }) => viewReferences(asked));
  return {
    ...VIEW_FILE,
    views: views.map((view) => ({
      name: view.name,
      conditions: view.conditions,
      columns: view.columns,
      sort: view.sort,
      groupBy: view.groupBy,
      density: view.density,
    })),
    names: await namesOf(ctx.db, ctx.workspaceId, references),
  };
}

export type ReadViews = Readonly<{ views: readonly PortableView[]; problems: readonly FileProblem[] }>;

/**
 * The views in a file, pointing at rows of this workspace: at the same ids where they are here, else at what bears the same
 * name. Everything that is wrong is listed, not only the first thing.
 */
export async function readViews(ctx: StaffContext, text: string): Promise<ReadViews> {
  const read = file.safeParse(parsed(text));
  if (!read.success) return { views: [], problems: read.error.issues.map((issue) => problemAt(issue)) };
  const views: PortableView[] = [];
  const problems: FileProblem[] = [];
  for (const [index, each] of read.data.views.entries()) {
    const at = `views.${index}`;
    const view = portableView.safeParse(each);
    if (!view.success) problems.push(...view.error.issues.map((issue) => problemAt(issue, at)));
    else {
      const terms = { conditions: view.data.conditions, actions: [], calendarId: null };
      const found = await settled(ctx, terms as never, { names: read.data.names, at, known: [ME, MY_TEAMS] });
      problems.push(...found.problems);
      const { conditions: here } = found.terms as Readonly<{ conditions: ViewCondition | null }>;
      views.push({ ...view.data, conditions: here });
    }
  }
  return { views, problems };
}

function parsed(text: string): unknown {
  try {
    return storableJson(text);
  } catch {
    return null;
  }
}

const problemAt = ({ path, message }: z.core.$ZodIssue, before = ''): FileProblem => ({
  at: [before, ...path.map(String)].filter(Boolean).join('.'),
  message,
});
