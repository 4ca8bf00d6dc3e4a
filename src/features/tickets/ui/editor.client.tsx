'use client';

import { Placeholder } from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, type Editor as Written } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { MentionNode } from '@/ui/mention-node';
import { MentionPopup } from '@/ui/mention-popup.client';
import { OpenPlaces } from '@/ui/open-places';
import { type PromiseToolProps, type SaidPromise, usePromiseTool } from '@/ui/promise-tool';
import { SnippetPopup } from '@/ui/snippet-popup.client';
import { useWritingAid } from '@/ui/writing-aid';
import type { DraftKind } from '../inputs';
import { answerNodes } from './article-nodes';
import { EditorTools } from './editor-tools.client';
import { isPicture, placePictures } from './pasted-pictures';
import { type Quoting, useQuoting } from './use-quoting';

/** What is written: for the customer, for colleagues, or for somebody beside the ticket, for whom no ready texts are meant. */
export type WritingKind = DraftKind | 'aside';

type Props = Readonly<{
  /** What stands in it at first; later changes of it are not taken over. */
  html: string;
  label: string;
  placeholder: string;
  /** Which ready texts it offers after a semicolon. */
  kind: WritingKind;
  /** True when sending it ends the matter; the writing aid asks. */
  isLast: boolean;
  /** Promises a time with the text; absent in notes. */
  promise?: Promising | undefined;
  /** Empty when nothing is written. */
  onChange: (html: string) => void;
  onFiles: (files: readonly File[]) => void;
  /** How a picture becomes one of the text. */
  pictures: Readonly<{ workspace: string }> &
    Pick<Parameters<typeof placePictures>[1], 'upload' | 'onPlaced'>;
  /** What is to be quoted; absent where nothing is. */
  quoting?: Quoting | undefined;
  onAttach: () => void;
  /** Ctrl or Cmd with Enter; with Shift too, the ticket is solved with it. */
  onSend: (solve: boolean) => void;
  /** What stands between the text and its tools, and what stands beside them. */
  between: ReactNode;
  foot: ReactNode;
}>;

/** What the text promises, and how that is set. */
type Promising = PromiseToolProps;

/** Rich text. Escape leaves it, so that nobody is caught within by Tab. */
export function Editor({
  html,
  kind,
  isLast,
  label,
  placeholder,
  onAttach,
  between,
  foot,
  promise,
  pictures,
  quoting,
  ...on
}: Props) {
  const { onChange, onFiles, onSend } = on;
  const Aid = useWritingAid();
  const PromiseTool = usePromiseTool();
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const mentionKeys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const latest = useRef({ onChange, onFiles, onSend, pictures });
  useEffect(() => {
    latest.current = { onChange, onFiles, onSend, pictures };
  });
  const editor = useEditor({
    immediatelyRender: false,
    autofocus: 'end',
    content: html,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
      }),
      Placeholder.configure({ placeholder }),
      OpenPlaces,
      ...answerNodes(pictures.workspace),
      ...(kind === 'note' ? [MentionNode] : []),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'rich-text min-h-24 px-4 py-3 outline-none',
      },
      handleKeyDown: (view, event) => {
        if (keys.current?.(event) || mentionKeys.current?.(event)) return true;
        if (event.key === 'Escape') view.dom.blur();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        latest.current.onSend(event.shiftKey);
        return true;
      },
      handlePaste: (view, event) => takeFiles(event.clipboardData, view.state.selection.to),
      handleDrop: (view, event) =>
        takeFiles(event.dataTransfer, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos),
    },
    onUpdate: ({ editor: written }) => latest.current.onChange(written.isEmpty ? '' : written.getHTML()),
  });

  useQuoting(editor, quoting);
  const own = useRef(editor);
  useEffect(() => {
    own.current = editor;
  }, [editor]);

  /** Pictures stand in the text, where they were put; other files beside it. */
  function takeFiles(data: DataTransfer | null, at = 0): boolean {
    const files = [...(data?.files ?? [])];
    // A copied part of a page or a table comes as words, with a picture of itself.
    if (files.length === 0 || data?.types.includes('text/html')) return false;
    const others = files.filter((file) => !isPicture(file));
    const shown = files.filter(isPicture);
    if (others.length > 0) latest.current.onFiles(others);
    if (own.current) void placePictures(own.current, { files: shown, at, ...latest.current.pictures });
    return true;
  }

  return (
    <>
      <div className="max-h-[38dvh] min-h-24 overflow-y-auto text-lg sm:text-base">
        <EditorContent editor={editor} />
        {kind !== 'aside' && <SnippetPopup editor={editor} kind={kind} keys={keys} />}
        {kind === 'note' && <MentionPopup editor={editor} keys={mentionKeys} />}
      </div>
      {between}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-2 pb-2">
        <EditorTools editor={editor} onAttach={onAttach} />
        {PromiseTool && editor && promise && (
          <PromiseTool {...promise} onPromise={(next) => promised(editor, { ...promise, next })} />
        )}
        {Aid && editor && kind === 'reply' && <Aid editor={editor} isLast={isLast} />}
        {foot}
      </div>
    </>
  );
}

type Next = Promising & Readonly<{ next: SaidPromise | null }>;

/** The sentence of a promise stands where the cursor is, or in the place of the one before. */
function promised(editor: Written, { promise, next, onPromise }: Next): void {
  const place = placeOf(editor, promise?.sentence ?? '') ?? (next ? editor.state.selection : null);
  if (place) {
    const { from, to } = place;
    const before = editor.state.doc.textBetween(Math.max(0, from - 1), from);
    const space = next && before.trim() ? ' ' : '';
    editor.commands.insertContentAt({ from, to }, `${space}${next?.sentence ?? ''}`);
  }
  onPromise(next);
}

/** Where a sentence stands in the text; null where it does not. */
function placeOf(editor: Written, sentence: string): Readonly<{ from: number; to: number }> | null {
  let from = -1;
  if (sentence === '') return null;
  editor.state.doc.descendants((node, position) => {
    const index = node.isText && from < 0 ? (node.text ?? '').indexOf(sentence) : -1;
    if (index >= 0) from = position + index;
  });
  return from < 0 ? null : { from, to: from + sentence.length };
}
