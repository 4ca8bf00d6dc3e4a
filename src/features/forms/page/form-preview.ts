import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { workspaceSelection } from '@/features/forms/form-rows';
import { previewInput } from '@/features/forms/inputs';
import type { StaffContext } from '@/server/context';
import { formPage } from './form-page';

/**
 * The page of a form that is still being edited, of which nothing is stored and from which nothing can be sent. Null for
 * what no form can be. In two queries.
 */
export async function formPreview(ctx: StaffContext, asked: unknown): Promise<Response | null> {
  const read = previewInput.safeParse(asked);
  if (!read.success) return null;
  const { workspaceId, db } = ctx;
  const { language: locale, form } = read.data;
  const [workspace, definitions] = await Promise.all([
    db.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: workspaceSelection,
    }),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
  ]);
  const id = ctx.newId();
  const facts = { ...form, allowedOrigins: [], workspaceId, id, publicKey: id, workspace, definitions };
  return formPage({ form: facts, locale, embedded: true, preview: true, id, at: ctx.now() });
}
