import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { dictionaries } from './dictionary';
import { macroOf, macroSelection } from './macro-rows';
import { MACRO_FILE, translateActions } from './portable';

/** The macros of one page as a file for another workspace: teams and people by name, nothing by id. */
export async function exportMacros(ctx: StaffContext, which: 'shared' | 'mine') {
  const { db, workspaceId, actor } = ctx;
  const owned =
    which === 'shared'
      ? { audience: { not: 'personal' as const }, ...(may(actor, 'macro.manage') ? {} : { id: { in: [] } }) }
      : { ownerId: actor.id ?? workspaceId };
  const rows = await db.macro.findMany({
    where: { workspaceId, ...owned },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: 1000,
    select: macroSelection,
  });
  const { toNames } = await dictionaries(db, ctx);
  const macros = rows.map(macroOf).map(({ name, shortcut, folder, active, textKind, texts, actions }) => ({
    name,
    shortcut,
    folder,
    active,
    textKind,
    texts,
    actions: translateActions(actions, toNames).filter((action) => action !== null),
  }));
  return { ...MACRO_FILE, macros };
}
