'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { RoutingMode, RoutingOrder } from '@/domain/routing/queue';
import { saveQueueAction } from '@/features/routing/actions';
import type { QueueRow } from '@/features/routing/lists';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { QueueFields } from './queue-fields.client';

type Props = Readonly<{ workspace: string; queue: QueueRow }>;

/** How a team's waiting tickets find somebody, in a dialog. */
export function EditQueue({ workspace, queue }: Props) {
  const t = useTranslations('queues');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const { teamId, team } = queue;
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveQueueAction(workspace, { teamId, ...rulesIn(form, queue) }),
    onDone: () => {
      toast(t('saved', { team }));
      setOpen(false);
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('editTitle', { team })}
      closeLabel={common('close')}
      trigger={
        <Button size="sm" aria-label={t('editOf', { team })}>
          {t('edit')}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={`queue-${teamId}`} variant="primary" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        ref={ref}
        id={`queue-${teamId}`}
        onSubmit={onSubmit}
        className="flex flex-col gap-5 text-left"
        noValidate
      >
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <QueueFields queue={queue} wrong={wrong} />
      </form>
    </Dialog>
  );
}

const numberIn = (form: FormData, name: string, ...[otherwise]: [number | null]): number | null => {
  const text = form.get(name);
  if (text === null) return otherwise;
  return text === '' ? null : Number(text);
};

/** What stands in the form; what is not shown stays as it is. */
function rulesIn(form: FormData, queue: QueueRow) {
  return {
    mode: String(form.get('mode')) as RoutingMode,
    order: String(form.get('order') ?? queue.order) as RoutingOrder,
    matchLanguage: form.has('order') ? form.has('matchLanguage') : queue.matchLanguage,
    stickyDays: numberIn(form, 'stickyDays', queue.stickyDays) ?? 0,
    answerSeconds: numberIn(form, 'answerSeconds', queue.answerSeconds),
    relaxAfterMinutes: numberIn(form, 'relaxAfterMinutes', queue.relaxAfterMinutes),
  };
}
