'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { Info, Minus, Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/ui/button';
import { EditorTool, FormatTools, LinkTool, PictureTool } from '@/ui/format-tools.client';
import { Menu, MenuItem } from '@/ui/menu.client';
import { Select } from '@/ui/select';
import { CALLOUTS, type Callout } from './callout-node';
import { TableTool } from './table-tool.client';

const FORMATS = ['bold', 'italic', 'code', 'bullets', 'numbers', 'quote', 'codeBlock'] as const;

type Props = Readonly<{ editor: Editor | null; onFiles: (files: FileList | null) => void }>;

/** What can be done to the text: kind of paragraph, marks, lists, callouts, tables, links, pictures. */
export function RichTools({ editor, onFiles }: Props) {
  const t = useTranslations('knowledge.tool');
  const file = useRef<HTMLInputElement>(null);
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="sticky top-0 z-10 flex flex-wrap items-center gap-0.5 rounded-t-lg border-line border-b bg-raised px-2 py-1.5 max-lg:top-12"
    >
      <StyleSelect editor={editor} />
      <FormatTools editor={editor} formats={FORMATS} label={t} />
      <CalloutTool editor={editor} />
      <TableTool editor={editor} />
      <EditorTool
        label={t('rule')}
        icon={Minus}
        onPress={() => editor?.chain().focus().setHorizontalRule().run()}
      />
      <LinkTool editor={editor} label={t} />
      <EditorTool label={t('picture')} icon={Paperclip} onPress={() => file.current?.click()} />
      <PictureTool editor={editor} label={t} />
      <input
        ref={file}
        type="file"
        multiple
        hidden
        aria-label={t('picture')}
        onChange={({ target }) => {
          onFiles(target.files);
          target.value = '';
        }}
      />
    </div>
  );
}

/** The kind of paragraph in which the cursor stands. */
function StyleSelect({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const level = useEditorState({
    editor,
    selector: ({ editor: at }) =>
      ([2, 3] as const).find((each) => at?.isActive('heading', { level: each })) ?? 0,
  });
  const set = (value: number) => {
    if (value === 2 || value === 3) editor?.chain().focus().setHeading({ level: value }).run();
    else editor?.chain().focus().setParagraph().run();
  };
  return (
    <Select
      aria-label={t('style')}
      value={level ?? 0}
      onChange={({ target }) => set(Number(target.value))}
      className="mr-1 w-36"
    >
      <option value={0}>{t('paragraph')}</option>
      <option value={2}>{t('heading2')}</option>
      <option value={3}>{t('heading3')}</option>
    </Select>
  );
}

function CalloutTool({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const within = useEditorState({ editor, selector: ({ editor: at }) => at?.isActive('callout') ?? false });
  const set = (kind: Callout) => {
    if (editor?.isActive('callout')) editor.chain().focus().updateAttributes('callout', { kind }).run();
    else editor?.chain().focus().wrapIn('callout', { kind }).run();
  };
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('callout')}
          title={t('callout')}
          className={within ? 'bg-hover text-ink' : ''}
        >
          <Info aria-hidden />
        </Button>
      }
    >
      {CALLOUTS.map((kind) => (
        <MenuItem key={kind} onSelect={() => set(kind)}>
          {t(kind)}
        </MenuItem>
      ))}
      {within && (
        <MenuItem onSelect={() => editor?.chain().focus().lift('callout').run()}>{t('noCallout')}</MenuItem>
      )}
    </Menu>
  );
}
