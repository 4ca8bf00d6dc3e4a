'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { saveCategoryAction } from '../actions';
import type { CategoryRow } from '../queries-category';

type Props = Readonly<{
  workspace: string;
  /** Absent for a new one. */
  category?: CategoryRow;
  categories: readonly CategoryRow[];
}>;

/** The names of a shelf in every language, and where it stands. */
export function CategoryForm({ workspace, category, categories }: Props) {
  const t = useTranslations('knowledge.categories');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const title = category ? t('edit', { name: category.name }) : t('new');
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      closeLabel={common('close')}
      trigger={
        category ? (
          <Button variant="ghost" size="icon-sm" aria-label={title}>
            <Pencil aria-hidden />
          </Button>
        ) : (
          <Button variant="primary">{title}</Button>
        )
      }
    >
      <Form
        workspace={workspace}
        categories={categories}
        {...(category && { category })}
        onDone={() => {
          setOpen(false);
          toast(t('saved'));
        }}
      />
    </Dialog>
  );
}

function Form({ workspace, category, categories, onDone }: Props & Readonly<{ onDone: () => void }>) {
  const t = useTranslations('knowledge.categories');
  const languages = useTranslations('common.language');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) =>
      saveCategoryAction(workspace, {
        ...(category && { id: category.id }),
        parentId: String(form.get('parentId') ?? '') || null,
        names: namesIn(form),
      }),
    onDone,
  });
  const parents = categories.filter(({ id, parentId }) => parentId === null && id !== category?.id);
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      {problem && (
        <Notice tone="danger" live>
          {wrong('names') ? t('nameError') : sentence(problem.code)}
        </Notice>
      )}
      {LOCALES.map((locale) => (
        <div key={locale} className="grid gap-3 sm:grid-cols-2">
          <Field label={t('name', { language: languages(locale) })}>
            <Input
              name={`name-${locale}`}
              lang={locale}
              defaultValue={category?.names[locale]?.name ?? ''}
              maxLength={80}
              autoComplete="off"
            />
          </Field>
          <Field label={t('text', { language: languages(locale) })}>
            <Input
              name={`text-${locale}`}
              lang={locale}
              defaultValue={category?.names[locale]?.description ?? ''}
              maxLength={300}
              autoComplete="off"
            />
          </Field>
        </div>
      ))}
      <Field label={t('parent')}>
        <Select name="parentId" defaultValue={category?.parentId ?? ''}>
          <option value="">{t('top')}</option>
          {parents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** The names that were typed; a language without one is left out. */
function namesIn(form: FormData) {
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const name = typed(`name-${locale}`);
      return name ? [[locale, { name, description: typed(`text-${locale}`) }]] : [];
    }),
  );
}
