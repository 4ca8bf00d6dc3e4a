import { mayChangeMacro } from '@/domain/macro/macro';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { findMacro, leadsOf, type StoredMacro } from './macro-rows';

/** The macro when the actor may change it; null when it is not there for them. */
export async function changeableMacro(tx: Tx, ctx: StaffContext, id: string): Promise<StoredMacro | null> {
  const macro = await findMacro(tx, ctx, id);
  return macro && mayChangeMacro(ctx.actor, macro, { leads: await leadsOf(tx, ctx) }) ? macro : null;
}
