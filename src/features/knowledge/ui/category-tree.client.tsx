'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { LOCALES } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { DragHandle } from '@/ui/drag-handle.client';
import { deleteCategoryAction, orderCategoriesAction } from '../actions';
import type { CategoryRow } from '../queries-category';
import { CategoryForm } from './category-form.client';

type Props = Readonly<{ workspace: string; categories: readonly CategoryRow[]; mayChange: boolean }>;

/** The shelves as a tree of two levels, with their order. */
export function CategoryTree({ workspace, categories, mayChange }: Props) {
  const t = useTranslations('knowledge.categories');
  const problem = useTranslations('problem');
  const [dragged, setDragged] = useState<CategoryRow | null>(null);
  const [pending, start] = useTransition();
  const isTarget = ({ id, parentId }: CategoryRow) => dragged?.parentId === parentId && dragged.id !== id;
  const move = (category: CategoryRow, to: number) =>
    start(async () => {
      const level = levelOf(categories, category).filter((id) => id !== category.id);
      const order = level.toSpliced(to, 0, category.id);
      const done = await orderCategoriesAction(workspace, { categoryIds: order });
      if (!done.ok) toast.error(problem(done.error.code));
    });
  return (
    <ul
      aria-label={t('table')}
      className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line"
    >
      {categories.map((category) => (
        <li
          key={category.id}
          onDragOver={(event) => isTarget(category) && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged && isTarget(category))
              move(dragged, levelOf(categories, category).indexOf(category.id));
          }}
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 bg-raised py-2 pr-3 ${category.parentId ? 'pl-10' : 'pl-4'}`}
        >
          {mayChange && <DragHandle onDrag={(on) => setDragged(on ? category : null)} />}
          <Shelf workspace={workspace} category={category} />
          {mayChange && (
            <ShelfTools
              workspace={workspace}
              category={category}
              categories={categories}
              moving={pending}
              onMove={(to) => move(category, to)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The ids of the categories beside this one, in their order. */
const levelOf = (categories: readonly CategoryRow[], { parentId }: CategoryRow): readonly string[] =>
  categories.filter((each) => each.parentId === parentId).map(({ id }) => id);

function Shelf({ workspace, category }: Readonly<{ workspace: string; category: CategoryRow }>) {
  const t = useTranslations('knowledge.categories');
  const languages = useTranslations('common.language');
  const missing = LOCALES.filter((locale) => !category.names[locale]);
  return (
    <div className="min-w-48 flex-1">
      <p className="break-words font-medium">
        <Link
          href={`/${workspace}/knowledge/categories/${category.id}`}
          draggable={false}
          className="text-ink underline-offset-2 hover:underline"
        >
          {category.name}
        </Link>
      </p>
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
  moving: boolean;
  /** Its new place among those of its level. */
  onMove: (to: number) => void;
}>;

function ShelfTools({ workspace, category, categories, moving, onMove }: ToolsProps) {
  const t = useTranslations('knowledge.categories');
  const problem = useTranslations('problem');
  const [removing, start] = useTransition();
  const level = levelOf(categories, category);
  const at = level.indexOf(category.id);
  const pending = moving || removing;
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
        onClick={() => onMove(at - 1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('down', { name })}
        disabled={at === level.length - 1 || pending}
        onClick={() => onMove(at + 1)}
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
