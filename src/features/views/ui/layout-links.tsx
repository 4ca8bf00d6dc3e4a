import { Columns3, Rows3 } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { View } from '@/domain/view/view';
import { ButtonLink } from '@/ui/button';
import { viewHref } from './view-links';

const LAYOUTS = { list: Rows3, board: Columns3 } as const;

type Props = Readonly<{ workspace: string; view: View; layout: keyof typeof LAYOUTS }>;

/** The ways to the same view as a list and as a board. */
export async function LayoutLinks({ workspace, view, layout }: Props) {
  const t = await getTranslations('desk.board');
  return (
    <nav aria-label={t('layout')} className="flex gap-1">
      {(['list', 'board'] as const).map((each) => {
        const Icon = LAYOUTS[each];
        return (
          <ButtonLink
            key={each}
            href={viewHref(workspace, view, { board: each === 'board' })}
            variant={each === layout ? 'secondary' : 'ghost'}
            size="icon-sm"
            aria-current={each === layout ? 'true' : undefined}
            aria-label={t(each)}
            title={t(each)}
            prefetch={false}
          >
            <Icon aria-hidden />
          </ButtonLink>
        );
      })}
    </nav>
  );
}
