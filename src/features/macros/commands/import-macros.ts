import { z } from 'zod';
import { cleanHtml } from '@/channels/lib/html';
import { mayChangeMacro } from '@/domain/macro/macro';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { dictionaries } from '@/features/macros/dictionary';
import type { ImportMacrosInput } from '@/features/macros/inputs';
import { type Dictionary, MACRO_FILE, translateActions } from '@/features/macros/portable';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { storableJson } from '@/server/http/request-body';
import { type MacroFields, macroFields } from './macro-fields';

const MOST_MACROS = 500;

const fileInput = z.object({
  format: z.literal(MACRO_FILE.format),
  version: z.literal(MACRO_FILE.version),
  macros: z
    .array(z.looseObject({ actions: z.array(z.record(z.string(), z.unknown())).max(100).default([]) }))
    .min(1)
    .max(MOST_MACROS),
});

type Imported = Readonly<{
  count: number;
  /** Names of macros of which something could not be taken over: a person, a team, or all of it. */
  incomplete: readonly string[];
}>;

/**
 * Adds the macros of a file, each as a new one. An action that names a team or a person who is not here is left out and the
 * macro named; a macro that then says and does nothing is passed over. Fails when it is no such file.
 */
export function importMacros(
  ctx: StaffContext,
  { json, audience }: ImportMacrosInput,
): Promise<Result<Imported, Readonly<{ code: 'input.invalid' | 'forbidden' }>>> {
  return transaction(ctx, async (tx) => {
    const ownerId = audience === 'personal' ? ctx.actor.id : null;
    const ownership = { audience, ownerId, teamId: null };
    if (!mayChangeMacro(ctx.actor, ownership, { leads: [] })) return fail({ code: 'forbidden' });
    const file = fileInput.safeParse(parsed(json));
    if (!file.success) return fail({ code: 'input.invalid' });
    const { toIds } = await dictionaries(tx, ctx);
    const read = file.data.macros.map((macro) => readMacro({ ...macro, audience, teamId: null }, toIds));
    const fit = read.flatMap(({ macro }) => macro ?? []);
    await addAll(tx, ctx, { macros: fit, ownerId });
    if (audience === 'everyone') {
      await recordAudit(tx, ctx, {
        action: 'macro.imported',
        target: fit.map(({ name }) => name).join(', '),
      });
    }
    return ok({ count: fit.length, incomplete: read.flatMap(({ lacking }) => lacking ?? []) });
  });
}

function parsed(json: string): unknown {
  try {
    return storableJson(json);
  } catch {
    return null;
  }
}

type Raw = Readonly<{ actions: readonly Readonly<Record<string, unknown>>[] }> &
  Readonly<Record<string, unknown>>;

function readMacro(raw: Raw, toIds: Dictionary) {
  const known = translateActions(raw.actions, toIds).filter((action) => action !== null);
  const macro = macroFields.safeParse({ ...raw, actions: known });
  const whole = macro.success && known.length === raw.actions.length;
  return { macro: macro.success ? macro.data : null, lacking: whole ? null : String(raw['name'] ?? '?') };
}

type Adding = Readonly<{ macros: readonly MacroFields[]; ownerId: string | null }>;

async function addAll(tx: Tx, ctx: StaffContext, { macros, ownerId }: Adding): Promise<void> {
  const { workspaceId } = ctx;
  const last = await tx.macro.aggregate({ where: { workspaceId }, _max: { position: true } });
  const first = (last._max.position ?? 0) + 1;
  const at = ctx.now();
  const rows = macros.map(({ texts, actions, ...macro }, index) => ({
    texts,
    row: {
      ...macro,
      workspaceId,
      id: ctx.newId(),
      ownerId,
      actions: JSON.parse(JSON.stringify(actions)),
      position: first + index,
      createdAt: at,
      updatedAt: at,
    },
  }));
  await tx.macro.createMany({ data: rows.map(({ row }) => row) });
  await tx.macroText.createMany({
    data: rows.flatMap(({ texts, row }) =>
      Object.entries(texts).map(([locale, html]) => ({
        workspaceId,
        macroId: row.id,
        locale,
        html: cleanHtml(html ?? ''),
      })),
    ),
  });
}
