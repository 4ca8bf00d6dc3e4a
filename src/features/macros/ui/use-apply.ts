import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { useProblem } from '@/features/fields/shared/use-problem';
import { useSnippets } from '@/ui/snippets';
import { sayUndoable } from '@/ui/undo';
import { applyMacroAction, undoMacroAction } from '../actions';
import type { MacroPreview } from '../preview-macro';

type Spec = Readonly<{ workspace: string; ticketId: string; onDone: () => void }>;

const TOP = { position: 'top-center' } as const;

/**
 * Applies a macro as it was shown. With an answer among it, that goes into the composer, and the status waits to be set
 * by sending it. What was applied can be undone for a while.
 */
export function useApply({ workspace, ticketId, onDone }: Spec) {
  const t = useTranslations('macro.picker');
  const common = useTranslations('common');
  const problem = useProblem();
  const snippets = useSnippets();
  const [pending, start] = useTransition();

  function undo(applicationId: string): void {
    start(async () => {
      const undone = await undoMacroAction(workspace, { ticketId, applicationId });
      toast(undone.ok ? t('undone') : problem(undone.error), TOP);
    });
  }

  function apply(preview: MacroPreview): void {
    start(async () => {
      const done = await applyMacroAction(workspace, { ticketId, macroId: preview.id, leaveStatus: true });
      if (!done.ok) {
        toast.error(problem(done.error), TOP);
        return;
      }
      onDone();
      const { reply, applicationId } = done.value;
      if (reply) snippets?.insert({ kind: 'reply', html: reply.html, status: statusOf(preview) });
      announce(preview.name, applicationId);
    });
  }

  function announce(name: string, applicationId: string | null): void {
    if (applicationId === null) {
      toast(t('inserted', { name }), TOP);
      return;
    }
    sayUndoable(t('applied', { name }), { ...TOP, label: common('undo'), undo: () => undo(applicationId) });
  }
  return { apply, pending };
}

const SENDABLE = ['open', 'pending', 'on_hold', 'solved'] as const;

/** The status that the macro wants, for the answer to be sent with. */
function statusOf({ fields }: MacroPreview) {
  const wanted = fields.find(({ field }) => field === 'status')?.to;
  return SENDABLE.find((each) => each === wanted);
}
