import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Row = Readonly<{
  language: string;
  kind: string;
  phrase: string;
  alternatives: readonly string[];
  removed: boolean;
}>;

/** Writes what this workspace says of one phrase; `phrase` in its normal form. */
export async function keepPhrase(
  tx: Tx,
  ctx: StaffContext,
  { alternatives, removed, ...key }: Row,
): Promise<void> {
  const { workspaceId } = ctx;
  const said = { alternatives: [...alternatives], removed, updatedAt: ctx.now() };
  await tx.tonePhrase.upsert({
    where: { workspaceId_language_kind_phrase: { workspaceId, ...key } },
    create: { workspaceId, id: ctx.newId(), ...key, ...said },
    update: said,
  });
}
