'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { DragHandle } from '@/ui/drag-handle.client';
import { orderArticlesAction } from '../actions';
import type { ShelfArticle } from '../commands/shelf-order';

type Props = Readonly<{
  workspace: string;
  categoryId: string;
  articles: readonly ShelfArticle[];
  mayChange: boolean;
}>;

/** The articles of a category in the order in which readers find them, moved by buttons or by dragging. */
export function ArticleOrder({ workspace, categoryId, articles, mayChange }: Props) {
  const t = useTranslations('knowledge.order');
  const problem = useTranslations('problem');
  const [order, setOrder] = useOptimistic(articles);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [, start] = useTransition();
  function move(id: string, to: number): void {
    const item = order.find((each) => each.id === id);
    if (!item || to < 0 || to >= order.length || order[to]?.id === id) return;
    const next = order.filter((each) => each.id !== id).toSpliced(to, 0, item);
    start(async () => {
      setOrder(next);
      setSaid(t('moved', { name: item.title, place: to + 1, count: next.length }));
      const done = await orderArticlesAction(workspace, {
        categoryId,
        articleIds: next.map((each) => each.id),
      });
      if (!done.ok) toast.error(problem(done.error.code));
    });
  }
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol
        aria-label={t('list')}
        className="flex flex-col gap-px overflow-hidden rounded-lg border border-line bg-line"
      >
        {order.map((article, index) => (
          <li
            key={article.id}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged) move(dragged, index);
            }}
            className={classNames(
              'flex items-center gap-3 bg-raised py-2 pr-3 pl-4',
              dragged === article.id && 'opacity-50',
            )}
          >
            {mayChange && <DragHandle onDrag={(on) => setDragged(on ? article.id : null)} />}
            <Entry workspace={workspace} article={article} />
            {mayChange && (
              <Moves
                name={article.title}
                isFirst={index === 0}
                isLast={index === order.length - 1}
                onMove={(by) => move(article.id, index + by)}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Entry({ workspace, article }: Readonly<{ workspace: string; article: ShelfArticle }>) {
  const t = useTranslations('knowledge');
  const { id, title, locale, audience, live } = article;
  return (
    <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
      <Link
        href={`/${workspace}/knowledge/${id}`}
        lang={locale}
        draggable={false}
        className="min-w-0 break-words font-medium text-ink underline-offset-2 hover:underline"
      >
        {title}
      </Link>
      {audience === 'internal' && <Badge tone="outline">{t('audience.internal')}</Badge>}
      {!live && <Badge>{t('order.unseen')}</Badge>}
    </p>
  );
}

type MovesProps = Readonly<{ name: string; isFirst: boolean; isLast: boolean; onMove: (by: 1 | -1) => void }>;

/** They stay in their places at the ends, so that the keyboard does not lose them. */
function Moves({ name, isFirst, isLast, onMove }: MovesProps) {
  const t = useTranslations('knowledge.categories');
  return (
    <div className="flex shrink-0">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('up', { name })}
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('down', { name })}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
    </div>
  );
}
