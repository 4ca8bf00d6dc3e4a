'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import {
  Bold,
  Captions,
  Code,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  SquareCode,
  TextQuote,
} from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';
import { Popover } from './popover.client';

/** What a text can be made: the mark that says whether it is so, its picture, and what changes it. */
const FORMATS = {
  bold: { mark: 'bold', icon: Bold, run: (at: Editor) => at.chain().focus().toggleBold().run() },
  italic: { mark: 'italic', icon: Italic, run: (at: Editor) => at.chain().focus().toggleItalic().run() },
  code: { mark: 'code', icon: Code, run: (at: Editor) => at.chain().focus().toggleCode().run() },
  bullets: {
    mark: 'bulletList',
    icon: List,
    run: (at: Editor) => at.chain().focus().toggleBulletList().run(),
  },
  numbers: {
    mark: 'orderedList',
    icon: ListOrdered,
    run: (at: Editor) => at.chain().focus().toggleOrderedList().run(),
  },
  quote: {
    mark: 'blockquote',
    icon: TextQuote,
    run: (at: Editor) => at.chain().focus().toggleBlockquote().run(),
  },
  codeBlock: {
    mark: 'codeBlock',
    icon: SquareCode,
    run: (at: Editor) => at.chain().focus().toggleCodeBlock().run(),
  },
} as const;

type Format = keyof typeof FORMATS;

type FormatProps<Name extends Format> = Readonly<{
  editor: Editor | null;
  /** Which tools there are, in their order. */
  formats: readonly Name[];
  /** What each is called. */
  label: (name: Name) => string;
}>;

/** The tools for the looks of a text; each says whether it is on. Put them within a toolbar. */
export function FormatTools<Name extends Format>({ editor, formats, label }: FormatProps<Name>) {
  const active = useEditorState({
    editor,
    selector: ({ editor: at }) => formats.map((name) => at?.isActive(FORMATS[name].mark) ?? false),
  });
  return formats.map((name, index) => (
    <EditorTool
      key={name}
      label={label(name)}
      icon={FORMATS[name].icon}
      pressed={active?.[index] ?? false}
      onPress={() => editor && FORMATS[name].run(editor)}
    />
  ));
}

type ToolProps = Readonly<{ label: string; icon: LucideIcon; pressed?: boolean; onPress: () => void }>;

/** One tool of an editor; pressing it leaves the cursor where it is. */
export function EditorTool({ label, icon: Icon, pressed, onPress }: ToolProps) {
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

type LinkProps = Readonly<{
  editor: Editor | null;
  label: (name: 'link' | 'linkAddress' | 'setLink' | 'removeLink') => string;
}>;

/** Sets, changes and removes the link of what is marked. */
export function LinkTool({ editor, label }: LinkProps) {
  const [open, setOpen] = useState(false);
  const present = String(editor?.getAttributes('link')['href'] ?? '');
  const remove = () => {
    setOpen(false);
    editor?.chain().focus().extendMarkRange('link').unsetLink().run();
  };
  const set = (event: FormEvent<HTMLFormElement>) => {
    const href = wholeAddress(written(event, 'href'));
    setOpen(false);
    if (href) editor?.chain().focus().extendMarkRange('link').setLink({ href }).run();
    else remove();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={label('link')}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={label('link')} title={label('link')}>
          <Link2 aria-hidden />
        </Button>
      }
    >
      <form onSubmit={set} className="flex flex-col gap-3">
        <Field label={label('linkAddress')}>
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
            {label('setLink')}
          </Button>
          {present && (
            <Button size="sm" onClick={remove}>
              {label('removeLink')}
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}

type PictureProps = Readonly<{
  editor: Editor | null;
  label: (name: 'alt' | 'altHint' | 'altSave') => string;
}>;

/** Says in words what the chosen picture shows. */
export function PictureTool({ editor, label }: PictureProps) {
  const [open, setOpen] = useState(false);
  const alt = useEditorState({
    editor,
    selector: ({ editor: at }) =>
      at?.isActive('picture') ? String(at.getAttributes('picture')['alt'] ?? '') : null,
  });
  if (alt === null || alt === undefined) return null;
  const save = (event: FormEvent<HTMLFormElement>) => {
    const said = written(event, 'alt');
    setOpen(false);
    editor?.chain().updateAttributes('picture', { alt: said }).focus().run();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={label('alt')}
      trigger={
        <Button variant="ghost" size="sm">
          <Captions aria-hidden />
          {label('alt')}
        </Button>
      }
    >
      <form onSubmit={save} className="flex flex-col gap-3">
        <Field label={label('alt')} hint={label('altHint')}>
          <Input name="alt" defaultValue={alt} maxLength={500} autoComplete="off" />
        </Field>
        <div>
          <Button type="submit" variant="primary" size="sm">
            {label('altSave')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}

/** What stands in a field of a small form within an editor, which may stand within a form itself. */
function written(event: FormEvent<HTMLFormElement>, name: string): string {
  event.preventDefault();
  event.stopPropagation();
  return String(new FormData(event.currentTarget).get(name) ?? '').trim();
}

/** An address without a protocol is one of the web, unless it leads to a heading or within the same site. */
const wholeAddress = (address: string): string =>
  address === '' || /^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(address) ? address : `https://${address}`;
