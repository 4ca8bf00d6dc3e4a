'use client';

import type { Editor } from '@tiptap/react';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EditorTool, FormatTools, LinkTool, PictureTool } from '@/ui/format-tools.client';

const FORMATS = ['bold', 'italic', 'bullets', 'numbers', 'quote', 'code'] as const;

type Props = Readonly<{ editor: Editor | null; onAttach: () => void }>;

/** Formatting, links, files, and what a picture shows. */
export function EditorTools({ editor, onAttach }: Props) {
  const t = useTranslations('ticket.composer');
  return (
    <div role="toolbar" aria-label={t('tools')} className="flex flex-wrap items-center gap-0.5">
      <FormatTools editor={editor} formats={FORMATS} label={t} />
      <LinkTool editor={editor} label={t} />
      <span aria-hidden className="mx-1 h-4 w-px bg-line" />
      <EditorTool label={t('attach')} icon={Paperclip} onPress={onAttach} />
      <PictureTool editor={editor} label={t} />
    </div>
  );
}
