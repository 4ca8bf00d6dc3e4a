'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Opener } from './bulk-opener';
import type { BulkPatch } from './use-bulk-change';

const MOST = 20;
const LONGEST = 60;

type Props = Readonly<{
  known: readonly string[];
  set: (patch: BulkPatch) => void;
  /** The sign of the button. */
  children: ReactNode;
}>;

/** Adds tags to all chosen tickets, and takes tags from them. */
export function BulkTags({ known, set, children }: Props) {
  const [t, common] = [useTranslations('desk.bulk'), useTranslations('common')];
  const [open, setOpen] = useState(false);
  const form = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [addTags, removeTags] = [tagsIn(given.get('add')), tagsIn(given.get('remove'))];
    setOpen(false);
    if (addTags.length + removeTags.length > 0) set({ addTags, removeTags });
  };
  return (
    <>
      <Opener label={t('tags')} onClick={() => setOpen(true)}>
        {children}
      </Opener>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t('tagsTitle')}
        description={t('tagsBody')}
        closeLabel={common('close')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button type="submit" form={form} variant="primary">
              {t('tagsApply')}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-4">
          <Field label={t('add')}>
            <Input name="add" list={`${form}-tags`} maxLength={MOST * LONGEST} />
          </Field>
          <Field label={t('remove')}>
            <Input name="remove" list={`${form}-tags`} maxLength={MOST * LONGEST} />
          </Field>
          <datalist id={`${form}-tags`}>
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </form>
      </Dialog>
    </>
  );
}

/** Tags as they are typed, with commas between; too long ones are cut. */
export function tagsIn(text: FormDataEntryValue | null, most = MOST): string[] {
  const tags = String(text ?? '')
    .split(',')
    .map((tag) => tag.trim().toLowerCase().slice(0, LONGEST))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, most);
}
