import { fail, ok, type ProblemCode, type Result } from '@/domain/shared/result';
import type { FileProblem } from '@/features/conditions/settle-references';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { type ImportViewsInput, viewInput } from '../inputs';
import { readViews } from '../portable';
import { saveViewIn } from './save-view';

type Refused =
  | Readonly<{ code: 'forbidden' | 'view.full' }>
  | Readonly<{ code: 'view.file_wrong'; problems: readonly FileProblem[] }>;

/**
 * Adds the views of a file, each as a new one, under the checks of every saved view. What points at something that is not here,
 * or would read every ticket, is told, and nothing of the file is taken then.
 */
export async function importViews(
  ctx: StaffContext,
  { json, audience }: ImportViewsInput,
): Promise<Result<Readonly<{ viewIds: readonly string[] }>, Refused>> {
  const { views, problems } = await readViews(ctx, json);
  if (problems.length > 0) return fail({ code: 'view.file_wrong', problems });
  const viewIds: string[] = [];
  try {
    await transaction(ctx, async (tx) => {
      viewIds.length = 0;
      for (const [index, view] of views.entries()) {
        const done = await saveViewIn(tx, ctx, viewInput.parse({ ...view, audience }));
        if (!done.ok) throw new NotTaken(refusedFor(done.error.code, index));
        viewIds.push(done.value.viewId);
      }
    });
  } catch (error) {
    if (error instanceof NotTaken) return fail(error.why);
    throw error;
  }
  return ok({ viewIds });
}

function refusedFor(code: ProblemCode, index: number): Refused {
  if (code === 'forbidden' || code === 'view.full') return { code };
  return { code: 'view.file_wrong', problems: [{ at: `views.${index}.conditions`, message: code }] };
}

/** Ends the transaction of a file of which nothing is taken. */
class NotTaken extends Error {
  readonly why: Refused;

  constructor(why: Refused) {
    super(why.code);
    this.why = why;
  }
}
