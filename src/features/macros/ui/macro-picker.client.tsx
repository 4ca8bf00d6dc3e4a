'use client';

import { Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { matchMacros } from '@/domain/macro/match-macros';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { EmptyState } from '@/ui/empty-state';
import { Input } from '@/ui/input';
import { useShortcuts } from '@/ui/use-shortcuts';
import type { MacroChoice } from '../queries';
import { fetchMacros } from './fetch-macros';
import { MacroOption } from './macro-option.client';
import { MacroPreviewPane } from './macro-preview-pane.client';
import { useApply } from './use-apply';
import { usePreview } from './use-preview';

type Props = Readonly<{ workspace: string; ticketId: string }>;

/** Finds a macro, shows what it would change, and applies it; by keys alone if one likes. */
export function MacroPicker({ workspace, ticketId }: Props) {
  const t = useTranslations('macro.picker');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  useShortcuts({ x: () => setOpen(true), ';': () => setOpen(true) });
  useActs({ macro: () => setOpen(true) });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="lg"
      title={t('title')}
      closeLabel={common('close')}
      trigger={
        <Button variant="ghost" size="icon" aria-label={t('open')} title={t('open')} aria-keyshortcuts="X">
          <Zap aria-hidden />
        </Button>
      }
    >
      {open && <Finder workspace={workspace} ticketId={ticketId} onDone={() => setOpen(false)} />}
    </Dialog>
  );
}

function Finder({ workspace, ticketId, onDone }: Props & Readonly<{ onDone: () => void }>) {
  const t = useTranslations('macro.picker');
  const id = useId();
  const macros = useMacros(workspace);
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const found = macros ? matchMacros(macros, typed).slice(0, 50) : [];
  const active = found[Math.min(index, found.length - 1)] ?? null;
  const preview = usePreview(workspace, { id: active?.id ?? null, ticketId });
  const { apply, pending } = useApply({ workspace, ticketId, onDone });
  const ready = preview !== null && preview.id === active?.id;

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && active) setIndex((found.indexOf(active) + step + found.length) % found.length);
    else if (event.key === 'Enter' && ready && !event.nativeEvent.isComposing) apply(preview);
    else return;
    event.preventDefault();
  }

  if (macros?.length === 0) {
    return (
      <EmptyState icon={Zap} title={t('emptyTitle')} className="py-8">
        {t('emptyBody')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Input
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        autoFocus
        value={typed}
        onKeyDown={onKey}
        onChange={({ target }) => {
          setTyped(target.value);
          setIndex(0);
        }}
      />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <div
          id={id}
          role="listbox"
          aria-label={t('title')}
          tabIndex={-1}
          className="max-h-[40dvh] overflow-y-auto sm:max-h-[50dvh]"
        >
          {found.map((macro, at) => (
            <MacroOption
              key={macro.id}
              id={`${id}-${macro.id}`}
              macro={macro}
              selected={macro === active}
              onChoose={() => setIndex(at)}
            />
          ))}
          {macros && found.length === 0 && <p className="px-2 py-3 text-ink-faint">{t('none')}</p>}
        </div>
        <MacroPreviewPane
          preview={ready ? preview : null}
          waiting={active !== null}
          pending={pending}
          onApply={() => ready && apply(preview)}
          className="min-h-40 sm:border-line sm:border-l sm:pl-4"
        />
      </div>
    </div>
  );
}

function useMacros(workspace: string): readonly MacroChoice[] | null {
  const [macros, setMacros] = useState<readonly MacroChoice[] | null>(null);
  useEffect(() => {
    let gone = false;
    void fetchMacros(workspace).then((list) => {
      if (!gone) setMacros(list);
    });
    return () => {
      gone = true;
    };
  }, [workspace]);
  return macros;
}
