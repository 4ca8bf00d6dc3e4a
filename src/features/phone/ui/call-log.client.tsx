'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { toast } from 'sonner';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Notice } from '@/ui/notice';
import { useShortcuts } from '@/ui/use-shortcuts';
import { useSubmit } from '@/ui/use-submit.client';
import { logCallAction } from '../actions';
import type { DispositionChoice } from '../queries';
import { CallFields } from './call-fields.client';
import { callIn } from './call-form';
import { type CallStart, callFromHere, onOpenCallLog } from './open-call';

type Props = Readonly<{
  workspace: string;
  timeZone: string;
  dispositions: readonly DispositionChoice[];
}>;

type Opened = Readonly<{ start: CallStart; at: number }>;

/** The call log: opened by key, by button, from a ticket or a customer; a call is written down in seconds. */
export function CallLog(props: Props) {
  const t = useTranslations('phone.log');
  const common = useTranslations('common');
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => onOpenCallLog((start) => setOpened({ start, at: Date.now() })), []);
  const log = () => setOpened({ start: callFromHere(), at: Date.now() });
  useShortcuts({ d: log });
  useActs({ logCall: log });
  return (
    <Dialog
      title={t('title')}
      closeLabel={common('close')}
      open={opened !== null}
      onOpenChange={(open) => open || setOpened(null)}
    >
      {opened && <CallForm key={opened.at} {...props} opened={opened} onClose={() => setOpened(null)} />}
    </Dialog>
  );
}

type FormProps = Props & Readonly<{ opened: Opened; onClose: () => void }>;

function CallForm({ workspace, timeZone, dispositions, opened, onClose }: FormProps) {
  const t = useTranslations('phone.log');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) => logCallAction(workspace, callIn(form, { start: opened.start, timeZone })),
    onDone: ({ ticketNumber }) => {
      onClose();
      toast(t('saved', { number: String(ticketNumber) }), {
        action: {
          label: t('openTicket'),
          onClick: () => router.push(`/${workspace}/desk/tickets/${ticketNumber}`),
        },
      });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ref.current?.requestSubmit();
  };
  return (
    <form ref={ref} onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-4" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <CallFields
        workspace={workspace}
        start={opened.start}
        openedAt={opened.at}
        dispositions={dispositions}
        problem={problem?.code ?? null}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
