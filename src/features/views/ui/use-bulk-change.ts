import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { OneChange } from '@/features/tickets/commands/change-each-fields';
import { sayUndoable } from '@/ui/undo';
import { useLeaveGuard } from '@/ui/use-leave-guard';
import { changeEachAction } from '../actions';

/** So many go to the server at once: few enough for a bar that moves. */
const STEP = 20;

export type BulkPatch = Omit<OneChange, 'ticketId' | 'seen'>;

type Running = Readonly<{ done: number; total: number }>;

type Result = Readonly<{
  changed: number;
  undo: readonly OneChange[];
  /** The tickets that could not be changed, and why. */
  failed: readonly Readonly<{ ticketId: string; problem: string }>[];
}>;

/** Changes many tickets step by step, and takes it back when asked. What could not be changed stays chosen. */
export function useBulkChange(workspace: string, keep: (ids: readonly string[]) => void) {
  const t = useTranslations('desk.bulk');
  const [running, setRunning] = useState<Running | null>(null);
  useLeaveGuard(running !== null);

  async function run(changes: readonly OneChange[]): Promise<Result> {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < changes.length; at += STEP) {
      setRunning({ done: at, total: changes.length });
      outcomes.push(...(await outcomesOf(workspace, changes.slice(at, at + STEP))));
    }
    setRunning(null);
    return resultOf(outcomes);
  }

  /** The ids of those that stay as they were. */
  async function change(ids: readonly string[], patch: BulkPatch): Promise<readonly string[]> {
    const { changed, undo, failed } = await run(ids.map((ticketId) => ({ ticketId, ...patch })));
    const left = failed.map(({ ticketId }) => ticketId);
    keep(left);
    if (changed > 0) announce(t('changed', { count: changed }), undo);
    for (const [reason, count] of reasonsOf(failed)) toast.error(t(`failed.${reason}`, { count }));
    return left;
  }

  function announce(text: string, undo: readonly OneChange[]): void {
    if (undo.length === 0) toast(text);
    else sayUndoable(text, { label: t('undo'), undo: () => void takeBack(undo) });
  }

  async function takeBack(undo: readonly OneChange[]): Promise<void> {
    const { changed, failed } = await run(undo);
    if (changed > 0) toast(t('undone', { count: changed }));
    for (const [reason, count] of reasonsOf(failed)) toast.error(t(`failed.${reason}`, { count }));
  }
  return { running, change };
}

type Outcome = Readonly<{ ticketId: string; problem: string | null; undo: OneChange | null }>;

const resultOf = (outcomes: readonly Outcome[]): Result => ({
  changed: outcomes.filter(({ problem }) => problem === null).length,
  undo: outcomes.flatMap(({ undo }) => undo ?? []),
  failed: outcomes.flatMap(({ ticketId, problem }) => (problem ? [{ ticketId, problem }] : [])),
});

async function outcomesOf(workspace: string, step: readonly OneChange[]): Promise<readonly Outcome[]> {
  const lost = (problem: string) => step.map(({ ticketId }) => ({ ticketId, problem, undo: null }));
  try {
    const result = await changeEachAction(workspace, { changes: [...step] });
    return result.ok ? result.value.outcomes : lost(result.error.code);
  } catch (error) {
    // No way to the server is a TypeError.
    if (!(error instanceof TypeError)) throw error;
    return lost('unreachable');
  }
}

const REASONS = {
  not_found: 'gone',
  'ticket.closed': 'closed',
  'ticket.fields_missing': 'fields',
  'ticket.checklist_open': 'checklist',
  unreachable: 'unreachable',
} as const;
type Reason = (typeof REASONS)[keyof typeof REASONS] | 'other';

/** How many failed for which reason. */
function reasonsOf(failed: Result['failed']): readonly (readonly [Reason, number])[] {
  const reasons = failed.map(({ problem }): Reason => REASONS[problem as keyof typeof REASONS] ?? 'other');
  return [...new Set(reasons)].map((reason) => [reason, reasons.filter((each) => each === reason).length]);
}
