'use client';

import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classNames } from '@/ui/class-names';
import { FormatTools } from '@/ui/format-tools.client';
import { OpenPlaces } from '@/ui/open-places';
import { VariableMenu } from './variable-menu.client';

type Props = Readonly<{
  html: string;
  label: string;
  lang: string;
  invalid: boolean;
  onChange: (html: string) => void;
}>;

const FORMATS = ['bold', 'italic', 'bullets', 'numbers'] as const;

/** Rich text with variables, which stand out. Escape leaves it, so that nobody is caught within by Tab. */
export function TextEditor({ html, label, lang, invalid, onChange }: Props) {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const editor = useEditor({
    immediatelyRender: false,
    content: html,
    extensions: [
      StarterKit.configure({ heading: false, link: { openOnClick: false, defaultProtocol: 'https' } }),
      OpenPlaces,
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
        ...(invalid && { 'aria-invalid': 'true' }),
        class: 'rich-text min-h-32 px-3 py-2 outline-none',
      },
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') view.dom.blur();
        return false;
      },
    },
    onUpdate: ({ editor: written }) => latest.current(written.isEmpty ? '' : written.getHTML()),
  });
  return (
    <div
      className={classNames(
        'rounded-md border bg-raised focus-within:outline-2 focus-within:outline-focus',
        invalid ? 'border-danger-ink' : 'border-line-strong',
      )}
    >
      <EditorContent editor={editor} />
      <Tools editor={editor} />
    </div>
  );
}

function Tools({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('action.editor');
  return (
    <div className="flex items-center gap-0.5 border-line border-t px-1 py-1">
      <FormatTools editor={editor} formats={FORMATS} label={t} />
      <VariableMenu onChoose={(name) => editor?.chain().focus().insertContent(`{{${name}}}`).run()} />
    </div>
  );
}
