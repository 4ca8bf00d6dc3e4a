'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { LineRow } from '../ticket-rows';
import { tagsIn } from './bulk-tags.client';
import type { BulkPatch } from './use-bulk-change';

type Props = Readonly<{
  row: LineRow;
  known: readonly string[];
  /** Takes the focus when the window is shut. */
  back: HTMLElement | null;
  set: (patch: BulkPatch) => void;
  onClose: () => void;
}>;

/** The tags of one ticket of the list, all in one line. */
export function LineTags({ row, known, back, set, onClose }: Props) {
  const [t, common] = [useTranslations('desk.bulk'), useTranslations('common')];
  const form = useId();
  // One with a comma in its name cannot be told from two here, and stays as it is.
  const shown = row.tags.filter((tag) => !tag.includes(','));
  // The window keeps the focus for itself as long as it stands.
  useEffect(() => () => void setTimeout(() => back?.focus()), [back]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = tagsIn(new FormData(event.currentTarget).get('tags'), Number.POSITIVE_INFINITY);
    const addTags = wanted.filter((tag) => !row.tags.includes(tag));
    const removeTags = shown.filter((tag) => !wanted.includes(tag));
    onClose();
    if (addTags.length + removeTags.length > 0) set({ addTags, removeTags });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      title={t('tagsOf', { number: String(row.number) })}
      description={t('tagsOfBody')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('tagsApply')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t('tags')}>
          <Input name="tags" list={`${form}-tags`} defaultValue={shown.join(', ')} autoComplete="off" />
        </Field>
        <datalist id={`${form}-tags`}>
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
