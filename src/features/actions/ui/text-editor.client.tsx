'use client';

import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { Bold, Italic, List, ListOrdered } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { OpenPlaces } from '@/ui/open-places';
import { VariableMenu } from './variable-menu.client';

type Props = Readonly<{
  html: string;
  label: string;
  lang: string;
  invalid: boolean;
  onChange: (html: string) => void;
}>;

const TOOLS = [
  { name: 'bold', mark: 'bold', icon: Bold, run: (at: Editor) => at.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    mark: 'italic',
    icon: Italic,
    run: (at: Editor) => at.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bullets',
    mark: 'bulletList',
    icon: List,
    run: (at: Editor) => at.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    mark: 'orderedList',
    icon: ListOrdered,
    run: (at: Editor) => at.chain().focus().toggleOrderedList().run(),
  },
] as const;

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
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => TOOLS.map(({ mark }) => current?.isActive(mark) ?? false),
  });
  return (
    <div className="flex items-center gap-0.5 border-line border-t px-1 py-1">
      {TOOLS.map(({ name, icon: Icon, run }, index) => (
        <Button
          key={name}
          variant="ghost"
          size="icon-sm"
          aria-label={t(name)}
          title={t(name)}
          aria-pressed={active?.[index] ?? false}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor && run(editor)}
          className="aria-pressed:bg-hover aria-pressed:text-ink"
        >
          <Icon aria-hidden />
        </Button>
      ))}
      <VariableMenu onChoose={(name) => editor?.chain().focus().insertContent(`{{${name}}}`).run()} />
    </div>
  );
}
