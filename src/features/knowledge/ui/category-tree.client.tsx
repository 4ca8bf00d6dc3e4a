'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { deleteCategoryAction, orderCategoriesAction } from '../actions';
import type { CategoryRow } from '../queries-category';
import { CategoryForm } from './category-form.client';

type Props = Readonly<{ workspace: string; categories: readonly CategoryRow[]; mayChange: boolean }>;

/** The shelves as a tree of two levels, with their order. */
export function CategoryTree({ workspace, categories, mayChange }: Props) {
  const t = useTranslations('knowledge.categories');
  return (
    <ul
      aria-label={t('table')}
      className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line"
    >
      {categories.map((category) => (
        <li
          key={category.id}
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 bg-raised py-2 pr-3 ${category.parentId ? 'pl-10' : 'pl-4'}`}
        >
          <Shelf category={category} />
          {mayChange && <ShelfTools workspace={workspace} category={category} categories={categories} />}
        </li>
      ))}
    </ul>
  );
}

function Shelf({ category }: Readonly<{ category: CategoryRow }>) {
  const t = useTranslations('knowledge.categories');
  const languages = useTranslations('common.language');
  const missing = LOCALES.filter((locale) => !category.names[locale]);
  return (
    <div className="min-w-48 flex-1">
      <p className="break-words font-medium">{category.name}</p>
      <p className="text-ink-faint text-sm">
        {t('articles', { count: category.articles })}
        {missing.length > 0 &&
          ` · ${t('missing', { languages: missing.map((each) => languages(each)).join(', ') })}`}
      </p>
    </div>
  );
}

type ToolsProps = Readonly<{
  workspace: string;
  category: CategoryRow;
  categories: readonly CategoryRow[];
}>;

function ShelfTools({ workspace, category, categories }: ToolsProps) {
  const t = useTranslations('knowledge.categories');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const level = categories.filter(({ parentId }) => parentId === category.parentId).map(({ id }) => id);
  const at = level.indexOf(category.id);
  const move = (by: -1 | 1) =>
    start(async () => {
      const order = level.toSpliced(at, 1).toSpliced(at + by, 0, category.id);
      const done = await orderCategoriesAction(workspace, { categoryIds: order });
      if (!done.ok) toast.error(problem(done.error.code));
    });
  const remove = () =>
    start(async () => {
      const done = await deleteCategoryAction(workspace, { categoryId: category.id });
      if (done.ok) toast(t('deleted'));
      else toast.error(problem(done.error.code));
    });
  const { name } = category;
  const isEmpty = category.articles === 0 && !categories.some(({ parentId }) => parentId === category.id);
  return (
    <div className="flex items-center gap-1">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('up', { name })}
        disabled={at === 0 || pending}
        onClick={() => move(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('down', { name })}
        disabled={at === level.length - 1 || pending}
        onClick={() => move(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <CategoryForm workspace={workspace} category={category} categories={categories} />
      {isEmpty && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('delete', { name })}
          disabled={pending}
          onClick={remove}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  );
}
