'use client';

import { Placeholder } from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { PictureNode } from '@/ui/picture-node';
import { TABLE_NODES } from '@/ui/table-nodes';
import { CalloutNode } from './callout-node';
import { RichTools } from './rich-tools.client';
import { uploadArticleFile } from './upload-article-file';

type Props = Readonly<{
  workspace: string;
  articleId: string;
  /** What stands in it at first; another `html` under another key begins anew. */
  html: string;
  lang: string;
  label: string;
  editable: boolean;
  onChange: (html: string) => void;
}>;

/** Rich text of an article. Escape leaves it, so that nobody is caught within by Tab. */
export function RichEditor({ workspace, articleId, html, lang, label, editable, onChange }: Props) {
  const t = useTranslations('knowledge');
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const own = useRef<Editor | null>(null);
  const { uploading, take } = useFiles({ workspace, articleId }, own);
  const editor = useEditor({
    immediatelyRender: false,
    editable,
    content: html,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
      }),
      Placeholder.configure({ placeholder: t('editor.placeholder') }),
      PictureNode,
      CalloutNode,
      ...TABLE_NODES,
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
        class: 'article-text min-h-80 px-4 py-3 outline-none',
      },
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') view.dom.blur();
        return false;
      },
      handlePaste: (_, event) => take(event.clipboardData?.files),
      handleDrop: (_, event) => take(event.dataTransfer?.files),
    },
    onUpdate: ({ editor: written }) => latest.current(written.isEmpty ? '' : written.getHTML()),
  });
  useEffect(() => {
    own.current = editor;
  }, [editor]);
  return (
    <div className="rounded-lg border border-line-strong/60 bg-raised focus-within:outline-2 focus-within:outline-focus">
      {editable && <RichTools editor={editor} onFiles={take} />}
      <EditorContent editor={editor} />
      <p role="status" className="px-4 text-ink-faint text-sm">
        {uploading && t('tool.uploading', { name: uploading })}
      </p>
    </div>
  );
}

type Place = Readonly<{ workspace: string; articleId: string }>;

/** Uploads files into the article, one after the other, and puts each where the cursor stands. */
function useFiles(place: Place, editor: Readonly<{ current: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const [uploading, setUploading] = useState<string | null>(null);
  async function addAll(files: readonly File[]): Promise<void> {
    for (const file of files) {
      setUploading(file.name);
      const kept = await uploadArticleFile(place, file);
      if (!kept) toast.error(t('uploadFailed', { name: file.name }));
      else if (kept.picture) {
        const attrs = { src: kept.url, alt: '', ...kept.picture };
        editor.current?.chain().focus().insertContent({ type: 'picture', attrs }).run();
      } else {
        const marks = [{ type: 'link', attrs: { href: kept.url } }];
        editor.current?.chain().focus().insertContent({ type: 'text', text: kept.name, marks }).run();
      }
    }
    setUploading(null);
  }
  const take = (given: Iterable<File> | null | undefined): boolean => {
    const files = [...(given ?? [])];
    if (files.length > 0) void addAll(files);
    return files.length > 0;
  };
  return { uploading, take };
}
