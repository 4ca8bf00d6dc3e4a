import type { TicketAction } from '@/domain/action/action';
import { type MacroContent, type MacroOwnership, type MacroTexts, maySeeMacro } from '@/domain/macro/macro';
import { actionsInput } from '@/features/rules/commands/action-input';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

const readActions = actionsInput('macro');

export const macroSelection = {
  id: true,
  name: true,
  shortcut: true,
  folder: true,
  audience: true,
  ownerId: true,
  teamId: true,
  actions: true,
  textKind: true,
  active: true,
  version: true,
  texts: { select: { locale: true, html: true }, orderBy: { locale: 'asc' } },
} as const;

export type StoredMacro = MacroContent &
  MacroOwnership &
  Readonly<{ shortcut: string; folder: string; active: boolean; version: number }>;

type Row = Omit<StoredMacro, 'actions' | 'texts'> &
  Readonly<{ actions: unknown; texts: readonly Readonly<{ locale: string; html: string }>[] }>;

/** A macro as it is used. Actions that today's table does not know any more are left out. */
export const macroOf = ({ actions, texts, ...row }: Row): StoredMacro => ({
  ...row,
  actions: actionsOf(actions),
  texts: Object.fromEntries(texts.map(({ locale, html }) => [locale, html])) as MacroTexts,
});

function actionsOf(stored: unknown): readonly TicketAction[] {
  const all = readActions.safeParse(stored);
  if (all.success) return all.data;
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return list.flatMap((action) => {
    const read = readActions.safeParse([action]);
    return read.success ? read.data : [];
  });
}

/** The macro when the actor may see it; null otherwise. */
export async function findMacro(db: Db | Tx, ctx: Context, id: string): Promise<StoredMacro | null> {
  const row = await db.macro.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: macroSelection,
  });
  return row && maySeeMacro(ctx.actor, row) ? macroOf(row) : null;
}

/** The teams that the actor leads, by id. */
export async function leadsOf(db: Db | Tx, { workspaceId, actor }: Context): Promise<readonly string[]> {
  if (actor.kind !== 'user' || !actor.id) return [];
  const rows = await db.teamMember.findMany({
    where: { workspaceId, userId: actor.id, lead: true },
    select: { teamId: true },
  });
  return rows.map(({ teamId }) => teamId);
}
