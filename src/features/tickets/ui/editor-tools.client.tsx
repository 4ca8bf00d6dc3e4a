'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import {
  Bold,
  Code,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Paperclip,
  TextQuote,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Popover } from '@/ui/popover.client';

const TOOLS = [
  {
    name: 'bold',
    mark: 'bold',
    icon: Bold,
    run: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    mark: 'italic',
    icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bullets',
    mark: 'bulletList',
    icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    mark: 'orderedList',
    icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    mark: 'blockquote',
    icon: TextQuote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'code',
    mark: 'code',
    icon: Code,
    run: (editor: Editor) => editor.chain().focus().toggleCode().run(),
  },
] as const;

type Props = Readonly<{ editor: Editor | null; onAttach: () => void }>;

/** Formatting and files; each tool says whether it is on. */
export function EditorTools({ editor, onAttach }: Props) {
  const t = useTranslations('ticket.composer');
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => TOOLS.map(({ mark }) => current?.isActive(mark) ?? false),
  });
  return (
    <div role="toolbar" aria-label={t('tools')} className="flex flex-wrap items-center gap-0.5">
      {TOOLS.map(({ name, icon, run }, index) => (
        <Tool
          key={name}
          label={t(name)}
          icon={icon}
          pressed={active?.[index] ?? false}
          onPress={() => editor && run(editor)}
        />
      ))}
      <LinkTool editor={editor} />
      <span aria-hidden className="mx-1 h-4 w-px bg-line" />
      <Tool label={t('attach')} icon={Paperclip} onPress={onAttach} />
    </div>
  );
}

type ToolProps = Readonly<{ label: string; icon: LucideIcon; pressed?: boolean; onPress: () => void }>;

function Tool({ label, icon: Icon, pressed, onPress }: ToolProps) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="aria-pressed:bg-hover aria-pressed:text-ink"
    >
      <Icon aria-hidden />
    </Button>
  );
}

function LinkTool({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('ticket.composer');
  const [open, setOpen] = useState(false);
  const present = editor?.getAttributes('link')['href'] ?? '';
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const href = withProtocol(String(new FormData(event.currentTarget).get('href') ?? '').trim());
    setOpen(false);
    if (href) editor?.chain().focus().extendMarkRange('link').setLink({ href }).run();
    else editor?.chain().focus().extendMarkRange('link').unsetLink().run();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('link')}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('link')} title={t('link')}>
          <Link2 aria-hidden />
        </Button>
      }
    >
      <form onSubmit={set} className="flex flex-col gap-3">
        <Field label={t('linkAddress')}>
          <Input
            name="href"
            inputMode="url"
            defaultValue={present}
            placeholder="https://"
            autoComplete="off"
          />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" size="sm">
            {t('setLink')}
          </Button>
          {present && (
            <Button size="sm" onClick={() => editor?.chain().focus().unsetLink().run()}>
              {t('removeLink')}
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}

const withProtocol = (address: string): string =>
  address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
