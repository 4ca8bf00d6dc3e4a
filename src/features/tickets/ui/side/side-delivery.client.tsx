'use client';

import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/ui/button';
import { undoSideAction } from '../../actions';
import type { TimelineMessage } from '../../queries-timeline';
import { useSecondsUntil } from '../delivery-line.client';
import { reached } from '../reached';
import { sayProblem } from '../say';
import { draftFiles } from '../use-draft';
import { keepSideDraft } from './use-side-draft';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  newHref: string;
  mayUndo: boolean;
  message: Readonly<{
    id: string;
    delivery: NonNullable<TimelineMessage['delivery']>;
    detail: string | null;
    sendAt: Date | null;
  }>;
}>;

/** What became of a mail beside the ticket; while it waits, it can be taken back into the composer. */
export function SideDelivery({ workspace, ticketId, newHref, mayUndo, message }: Props) {
  const t = useTranslations('ticket.delivery');
  const side = useTranslations('ticket.side');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [busy, start] = useTransition();
  const left = useSecondsUntil(message.sendAt);
  const undo = () =>
    start(async () => {
      const result = await reached(undoSideAction(workspace, { messageId: message.id }));
      if (!result.ok) return void sayProblem(problem(result.error.code));
      const { sideId, isGone, files, ...words } = result.value;
      keepSideDraft(ticketId, isGone ? null : sideId, { ...words, files: draftFiles(words.html, files) });
      if (isGone) router.replace(newHref, { scroll: false });
    });
  const { delivery, detail } = message;
  const isLost = delivery === 'failed' || delivery === 'bounced';
  return (
    <p className={`mt-2 flex items-center gap-2 text-sm ${isLost ? 'text-danger-ink' : 'text-ink-faint'}`}>
      {side(`delivery.${delivery}`)}
      {isLost && detail}
      {delivery === 'queued' && mayUndo && left > 0 && (
        <Button size="sm" disabled={busy} onClick={undo}>
          <Undo2 aria-hidden />
          {t('undo')}
        </Button>
      )}
    </p>
  );
}
