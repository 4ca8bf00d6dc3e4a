'use client';

import type { Editor } from '@tiptap/react';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Popover } from '@/ui/popover.client';

/** Sets, changes and removes the link of what is marked. */
export function LinkTool({ editor }: Readonly<{ editor: Editor | null }>) {
  const t = useTranslations('knowledge.tool');
  const [open, setOpen] = useState(false);
  const present = String(editor?.getAttributes('link')['href'] ?? '');
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const href = wholeAddress(String(new FormData(event.currentTarget).get('href') ?? '').trim());
    setOpen(false);
    if (href) editor?.chain().focus().extendMarkRange('link').setLink({ href }).run();
    else remove();
  };
  const remove = () => {
    setOpen(false);
    editor?.chain().focus().extendMarkRange('link').unsetLink().run();
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
          <Input name="href" defaultValue={present} placeholder="https://" autoComplete="off" />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" size="sm">
            {t('setLink')}
          </Button>
          {present && (
            <Button size="sm" onClick={remove}>
              {t('removeLink')}
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}

/** An address without a protocol is one of the web, unless it leads to a heading or within the help centre. */
const wholeAddress = (address: string): string =>
  address === '' || /^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(address) ? address : `https://${address}`;
