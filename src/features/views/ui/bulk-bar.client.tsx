'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { Aside } from '@/domain/view/view';
import { Button } from '@/ui/button';
import { AsideTools, WorkTools } from './bulk-tools.client';
import type { BulkUser } from './bulk-types';
import { type BulkPatch, useBulkChange } from './use-bulk-change';
import { useChoices } from './use-choices';
import type { Selection } from './use-selection';

type Props = Readonly<{
  workspace: string;
  user: BulkUser;
  selection: Selection;
  /** How many lines this page has, and the view that has more of them. */
  onPage: number;
  rest: string | null;
  /** Where the tickets lie; null where they are worked on. */
  aside: Aside | null;
}>;

/** What is done with all chosen tickets at once; stands at the foot of the list while any is chosen. */
export function BulkBar({ workspace, user, selection, onPage, rest, aside }: Props) {
  const t = useTranslations('desk.bulk');
  const { ids, clear, keep } = selection;
  const { running, change } = useBulkChange(workspace, keep);
  const choices = useChoices(workspace, ids.size > 0);
  const set = (patch: BulkPatch) => void change([...ids], patch);
  if (ids.size === 0 && !running) return null;
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-none sticky bottom-3 z-20 flex justify-center px-2 pt-3"
    >
      <div className="appear pointer-events-auto flex max-w-full flex-wrap items-center rounded-lg sm:gap-1 border border-line bg-raised px-2 py-1.5 shadow-raised">
        <p role="status" className="px-1.5 font-medium tabular-nums">
          {running ? t('running', running) : t('chosen', { count: ids.size })}
        </p>
        {running ? (
          <progress
            value={running.done}
            max={running.total}
            aria-label={t('progress')}
            className="h-1.5 w-32 accent-accent"
          />
        ) : (
          <>
            {rest !== null && ids.size === onPage && (
              <TakeAll workspace={workspace} view={rest} onTaken={keep} />
            )}
            {aside === null && <WorkTools {...{ set, choices, user }} />}
            <AsideTools aside={aside} mayTrash={user.mayTrash} set={set} />
            <Button variant="ghost" size="icon-sm" aria-label={t('clear')} title={t('clear')} onClick={clear}>
              <X aria-hidden />
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

type TakeAllProps = Readonly<{
  workspace: string;
  view: string;
  onTaken: (ids: readonly string[]) => void;
}>;

/** Chooses the tickets on the other pages as well. */
function TakeAll({ workspace, view, onTaken }: TakeAllProps) {
  const t = useTranslations('desk.bulk');
  const take = async () => {
    const answer = await fetch(`/api/desk/${workspace}/views/tickets?view=${view}`).catch(() => null);
    if (answer?.ok) onTaken((await answer.json()).ids);
    else toast.error(t('notTaken'));
  };
  return (
    <Button variant="link" size="sm" className="px-1.5" onClick={() => void take()}>
      {t('takeAll')}
    </Button>
  );
}
