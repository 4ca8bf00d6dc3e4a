'use client';

import { Lock, Reply, Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import type { SavingState } from '../draft-saver';
import type { DraftKind } from '../inputs';
import { type Draft, isEmpty } from './use-draft';

const ICONS = { reply: Reply, note: Lock } as const;

type HeadProps = Readonly<{
  kind: DraftKind;
  may: Readonly<Record<DraftKind, boolean>>;
  onKind: (kind: DraftKind) => void;
  onClose: () => void;
}>;

/** The choice between reply and note, and the way to put the composer away. */
export function ComposerHead({ kind, may, onKind, onClose }: HeadProps) {
  const t = useTranslations('ticket.composer');
  const kinds = (['reply', 'note'] as const).filter((each) => may[each]);
  return (
    <div className="flex items-center gap-1 px-2 pt-1.5">
      {kinds.map((each) => {
        const Icon = ICONS[each];
        return (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => onKind(each)}
            className="inline-flex h-8 items-center gap-1.5 rounded-md px-2.5 font-medium text-ink-soft hover:bg-hover aria-pressed:bg-hover aria-pressed:text-ink"
          >
            <Icon aria-hidden className="size-4" />
            {t(each)}
          </button>
        );
      })}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('close')}
        title={t('close')}
        onClick={onClose}
        className="ml-auto"
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}

/** What the mail adds under the text, to look at. */
export function Signature({ text }: Readonly<{ text: string }>) {
  const t = useTranslations('ticket.composer');
  if (text.trim() === '') return null;
  return (
    <details className="px-4 pb-2 text-ink-faint text-sm">
      <summary className="cursor-pointer">{t('signature')}</summary>
      <p className="mt-1 whitespace-pre-line border-line border-l-2 pl-3">{text}</p>
    </details>
  );
}

type FootProps = Readonly<{ draft: Draft; onDiscard: () => void; children: ReactNode }>;

/** Whether the draft is safe, and what can be done with it. */
export function ComposerFoot({ draft, onDiscard, children }: FootProps) {
  const t = useTranslations('ticket.composer');
  const discard = () => {
    draft.clear();
    draft.change(() => ({}));
    onDiscard();
  };
  return (
    <div className="flex min-w-56 flex-1 items-center gap-2 pr-1">
      <p role="status" className="min-w-0 flex-1 truncate text-right text-ink-faint text-sm">
        {draft.saving !== 'idle' && t(SAVING[draft.saving])}
      </p>
      {!isEmpty(draft.draft) && (
        <Button variant="ghost" size="icon" aria-label={t('discard')} title={t('discard')} onClick={discard}>
          <Trash2 aria-hidden />
        </Button>
      )}
      {children}
    </div>
  );
}

const SAVING = { saving: 'saving', saved: 'saved', kept: 'kept' } as const satisfies Record<
  Exclude<SavingState, 'idle'>,
  string
>;
