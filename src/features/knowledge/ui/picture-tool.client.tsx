'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { Captions } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Popover } from '@/ui/popover.client';

/** Says in words what the chosen picture shows. */
export function PictureTool({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const [open, setOpen] = useState(false);
  const alt = useEditorState({
    editor,
    selector: ({ editor: at }) =>
      at?.isActive('picture') ? String(at.getAttributes('picture')['alt'] ?? '') : null,
  });
  if (alt === null || alt === undefined) return null;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const written = String(new FormData(event.currentTarget).get('alt') ?? '').trim();
    setOpen(false);
    editor?.chain().updateAttributes('picture', { alt: written }).focus().run();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('alt')}
      trigger={
        <Button variant="ghost" size="sm">
          <Captions aria-hidden />
          {t('alt')}
        </Button>
      }
    >
      <form onSubmit={save} className="flex flex-col gap-3">
        <Field label={t('alt')} hint={t('altHint')}>
          <Input name="alt" defaultValue={alt} maxLength={500} autoComplete="off" />
        </Field>
        <div>
          <Button type="submit" variant="primary" size="sm">
            {t('altSave')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
