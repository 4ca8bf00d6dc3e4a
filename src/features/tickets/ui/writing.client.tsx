'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { SaidPromise } from '@/ui/promise-tool';
import type { TicketPlace } from './composer-props';
import { DraftFiles } from './draft-files.client';
import type { WritingKind } from './editor.client';
import type { WritingDraft } from './use-draft';
import type { Quoting } from './use-quoting';
import { useUploads } from './use-uploads';

const loadEditor = () => import('./editor.client').then((module) => module.Editor);
const Editor = dynamic(loadEditor, {
  ssr: false,
  loading: () => <div className="h-36" />,
});

const SOON_MILLISECONDS = 1_000;

/** Fetches the editor once the page has come to rest: it opens at once then, and also when the network is gone by that time. */
export function useEditorSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadEditor().catch(() => undefined), SOON_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
}

type Props = Readonly<{
  kind: WritingKind;
  draft: WritingDraft;
  place: TicketPlace;
  /** True when sending it solves the ticket. */
  isLast?: boolean;
  onSend: (solve: boolean) => void;
  /** What is to be quoted; absent where nothing can be. */
  quoting?: Quoting;
  /** Hears that the text promises a time, or no longer; absent where it cannot. */
  onPromise?: (promise: SaidPromise | null) => void;
  /** What stands under the files, and what stands beside the tools. */
  below?: ReactNode;
  foot: ReactNode;
}>;

/** The text and its files, which may be chosen, pasted or dropped anywhere on it. */
export function Writing({
  kind,
  draft,
  place,
  isLast = false,
  onSend,
  onPromise,
  below,
  foot,
  quoting,
}: Props) {
  const t = useTranslations('ticket.composer');
  const zone = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { addFiles, addFile, notePlaced, removeFile } = useUploads(draft, place);
  const isOver = useDrop(zone, addFiles);
  const { label, placeholder } = WORDS[kind];
  return (
    <div ref={zone} data-writing={kind} className="relative">
      <Editor
        key={`${kind} ${draft.edition}`}
        kind={kind}
        isLast={isLast}
        promise={onPromise && { ticketId: place.ticketId, promise: draft.draft.promise, onPromise }}
        html={draft.draft.html}
        label={t(label)}
        placeholder={t(placeholder)}
        onChange={(html) => draft.change(() => ({ html }))}
        onFiles={addFiles}
        pictures={{ workspace: place.workspace, upload: addFile, onPlaced: notePlaced }}
        quoting={quoting}
        onAttach={() => picker.current?.click()}
        onSend={onSend}
        foot={foot}
        between={
          <>
            <DraftFiles files={draft.draft.files} onRemove={removeFile} />
            {below}
          </>
        }
      />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {isOver && (
        <p className="pointer-events-none absolute inset-1 flex items-center justify-center rounded-md border-2 border-accent border-dashed bg-accent-soft font-medium text-accent-ink">
          {t('dropHere')}
        </p>
      )}
    </div>
  );
}

const WORDS = {
  reply: { label: 'text', placeholder: 'placeholder' },
  note: { label: 'noteText', placeholder: 'notePlaceholder' },
  aside: { label: 'asideText', placeholder: 'asidePlaceholder' },
} as const satisfies Record<WritingKind, unknown>;

/** Takes files that are dropped on the zone; the paper clip does the same for those who do not drag (WCAG 2.5.7). */
function useDrop(zone: RefObject<HTMLElement | null>, onFiles: (files: Iterable<File>) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    const gone = new AbortController();
    const { signal } = gone;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', leave, { signal });
    element.addEventListener('drop', drop, { signal });
    return () => gone.abort();
  }, [zone, onFiles]);
  return isOver;
}
