import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useActs } from '@/ui/acts';
import { useShortcuts } from '@/ui/use-shortcuts';
import { openDetails, openField } from './open-field';
import { sayBack } from './say';
import { useStage } from './stage.client';

type Settable = 'open' | 'pending' | 'on_hold';

type Spec = Readonly<{
  box: RefObject<HTMLElement | null>;
  isFixed: boolean;
  userId: string;
}>;

/** The keys of the fields: S, P, A and T open one, M takes the ticket, E solves it. */
export function useFieldKeys({ box, isFixed, userId }: Spec): void {
  const t = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const { shown, update } = useStage();
  const solve = () => {
    if (shown.status === 'solved' || shown.status === 'closed') return;
    update({ status: 'solved' }, (back) => sayBack(t('solved'), { label: common('undo'), back }));
  };
  const open = (field: string) => () => {
    if (!openField(box.current, field)) openDetails(field);
  };
  const keys = { s: open('s'), p: open('p'), a: open('a'), t: open('t') };
  const toMe = () => update({ assigneeId: userId });
  useShortcuts(isFixed ? {} : { ...keys, m: toMe, e: solve });
  const { status } = shown;
  const set = (to: Settable) => (status === to ? null : () => update({ status: to }));
  const isOwn = shown.assigneeId === userId;
  useActs(
    isFixed
      ? {}
      : {
          ...{ status: keys.s, priority: keys.p, assign: keys.a, tags: keys.t },
          ...{ toMe: isOwn ? null : toMe, solve: status === 'solved' ? null : solve },
          ...{ setOpen: set('open'), setPending: set('pending'), setOnHold: set('on_hold') },
        },
  );
}
