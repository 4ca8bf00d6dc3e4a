'use client';

import { ArrowLeftRight, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { sayUndoable } from '@/ui/undo';
import { mergeCustomersAction, previewMergeAction, unmergeCustomersAction } from '../actions';
import type { MergePreview, MergeSide } from '../merge-queries';
import { PickCustomer } from './pick-customer.client';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  /** Whom to merge with; null asks for them first. */
  otherId: string | null;
  trigger: ReactNode;
}>;

/** Shows two records side by side and who will see what, then makes them one. */
export function MergeDialog({ workspace, customerId, otherId, trigger }: Props) {
  const t = useTranslations('customer.merge');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [pending, start] = useTransition();
  const look = (sourceId: string, targetId: string) =>
    start(async () => {
      const seen = await previewMergeAction(workspace, { sourceId, targetId });
      if (seen.ok) setPreview(seen.value);
      else toast.error(problems(seen.error.code));
    });
  const change = (next: boolean) => {
    setOpen(next);
    setPreview(null);
    if (next && otherId) look(otherId, customerId);
  };
  const undo = async (mergeId: string, name: string) => {
    const undone = await unmergeCustomersAction(workspace, { mergeId });
    if (undone.ok) toast(t('undone', { name }));
    else toast.error(problems(undone.error.code));
  };
  const merge = ({ source, target }: MergePreview) =>
    start(async () => {
      const done = await mergeCustomersAction(workspace, { sourceId: source.id, targetId: target.id });
      if (!done.ok) {
        toast.error(problems(done.error.code));
        return;
      }
      setOpen(false);
      const { mergeId } = done.value;
      sayUndoable(t('done'), { label: t('undo'), undo: () => void undo(mergeId, source.name) });
      if (target.id !== customerId) router.push(`/${workspace}/desk/customers/${target.id}`);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={t('title')}
      description={t('undoNote')}
      closeLabel={common('close')}
      size="lg"
      footer={
        preview && (
          <>
            <Button onClick={() => change(false)}>{common('cancel')}</Button>
            <Button variant="primary" pending={pending} onClick={() => merge(preview)}>
              {t('submit')}
            </Button>
          </>
        )
      }
    >
      {preview ? (
        <Compare preview={preview} onSwap={() => look(preview.target.id, preview.source.id)} />
      ) : (
        !otherId && (
          <PickCustomer workspace={workspace} without={customerId} onPick={(id) => look(id, customerId)} />
        )
      )}
    </Dialog>
  );
}

function Compare({ preview, onSwap }: Readonly<{ preview: MergePreview; onSwap: () => void }>) {
  const t = useTranslations('customer.merge');
  const { source, target, sharing } = preview;
  const hidden = source.hidden + target.hidden;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-center gap-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
        <Side side={target} title={t('stays')} />
        <Button variant="ghost" size="icon" aria-label={t('swap')} title={t('swap')} onClick={onSwap}>
          <ArrowLeftRight aria-hidden />
        </Button>
        <Side side={source} title={t('goes')} />
      </div>
      <section className="rounded-md border border-warning-ink/25 bg-warning-soft px-4 py-3">
        <h3 className="flex items-center gap-2 font-medium">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning-ink" />
          {t('warnTitle')}
        </h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-6 text-sm">
          <li className="break-words">
            {t('warnOwn', {
              count: source.tickets + target.tickets,
              addresses: [...target.addresses, ...source.addresses].join(', ') || '–',
            })}
          </li>
          {sharing && <li>{t('warnSharing', { organization: sharing })}</li>}
          {hidden > 0 && <li>{t('warnHidden', { count: hidden })}</li>}
        </ul>
      </section>
    </div>
  );
}

function Side({ side, title }: Readonly<{ side: MergeSide; title: string }>) {
  const t = useTranslations('customer.merge');
  return (
    <section aria-label={title} className="h-full rounded-md border border-line p-3">
      <h3 className="text-ink-soft text-sm">{title}</h3>
      <p className="break-words font-semibold">{side.name}</p>
      <ul className="mt-1 text-ink-soft text-sm">
        {side.addresses.map((address) => (
          <li key={address} className="break-all">
            {address}
          </li>
        ))}
        <li>{t('tickets', { count: side.tickets })}</li>
      </ul>
    </section>
  );
}
