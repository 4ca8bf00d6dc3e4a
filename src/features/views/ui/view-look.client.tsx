'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { ViewLook } from '@/domain/view/saved-view';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover.client';
import { setViewLookAction } from '../actions';
import type { ViewLookInput } from '../inputs';
import { LookFields, type OwnColumn } from './look-fields.client';

type Props = Readonly<{
  workspace: string;
  viewId: string;
  look: ViewLook;
  /** The reader has it otherwise than the view says. */
  isOwn: boolean;
  own: readonly OwnColumn[];
}>;

/** How one person wants to see a view; others see it as before. */
export function ViewLookMenu({ workspace, viewId, look, isOwn, own }: Props) {
  const t = useTranslations('views');
  const problems = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(look);
  const [pending, start] = useTransition();
  const keep = (wanted: ViewLook | null) =>
    start(async () => {
      const done = await setViewLookAction(workspace, {
        viewId,
        look: wanted && ({ ...wanted, columns: [...wanted.columns] } as ViewLookInput['look']),
      });
      if (!done.ok) {
        toast.error(problems(done.error.code));
        return;
      }
      setOpen(false);
      router.replace(`/${workspace}/desk?view=${viewId}`);
      router.refresh();
    });
  return (
    <Popover
      label={t('look')}
      align="end"
      className="max-h-[80dvh] overflow-y-auto"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" aria-label={t('look')}>
          <SlidersHorizontal aria-hidden />
          <span className="max-sm:sr-only">{t('look')}</span>
        </Button>
      }
    >
      <p className="mb-3 text-ink-soft text-sm">{t('lookBody')}</p>
      <LookFields look={draft} own={own} onChange={setDraft} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" size="sm" pending={pending} onClick={() => keep(draft)}>
          {t('lookKeep')}
        </Button>
        {isOwn && (
          <Button size="sm" pending={pending} onClick={() => keep(null)}>
            {t('lookReset')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
