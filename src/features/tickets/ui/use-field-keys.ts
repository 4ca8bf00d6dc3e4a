import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useShortcuts } from '@/ui/use-shortcuts';
import { openDetails, openField } from './open-field';
import { say } from './say';
import { useStage } from './stage.client';

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
    const before = shown.status;
    if (before === 'solved' || before === 'closed') return;
    const back = before === 'new' ? 'open' : before;
    const undo = { label: common('undo'), onClick: () => update({ status: back }) };
    update({ status: 'solved' }, () => say(t('solved'), { action: undo }));
  };
  const open = (field: string) => () => {
    if (!openField(box.current, field)) openDetails(field);
  };
  const keys = { s: open('s'), p: open('p'), a: open('a'), t: open('t') };
  useShortcuts(isFixed ? {} : { ...keys, m: () => update({ assigneeId: userId }), e: solve });
}
