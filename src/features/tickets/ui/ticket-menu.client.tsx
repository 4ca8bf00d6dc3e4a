'use client';

import { Ellipsis, Merge, ShieldAlert, ShieldCheck, Split } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';
import { MergeDialog } from './merge-dialog.client';
import { SplitDialog, type Splittable } from './split-dialog.client';
import { useStage } from './stage.client';

/** What the menu needs to join and split; null for readers who may do neither. */
export type Movable = Readonly<{
  workspace: string;
  ticketId: string;
  mayAcross: boolean;
  messages: readonly Splittable[];
}>;

type Props = Readonly<{
  number: number;
  mayUpdate: boolean;
  movable: Movable | null;
  /** What other features add to it. */
  more: ReactNode;
}>;

/** What is done with a ticket less often. */
export function TicketMenu({ number, mayUpdate, movable, more }: Props) {
  const common = useTranslations('common');
  const t = useTranslations('ticket');
  const { shown, update } = useStage();
  const [asking, ask] = useState<'merge' | 'split' | null>(null);
  if (!mayUpdate && !movable && !more) return null;
  const dialog = (name: 'merge' | 'split') => ({
    open: asking === name,
    onOpenChange: (open: boolean) => ask(open ? name : null),
  });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" size="icon" aria-label={common('more')} title={common('more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {more}
        {movable && (
          <MenuItem onSelect={() => ask('merge')}>
            <Merge aria-hidden />
            {t('merge.menu')}
          </MenuItem>
        )}
        {movable && movable.messages.length > 1 && (
          <MenuItem onSelect={() => ask('split')}>
            <Split aria-hidden />
            {t('merge.splitMenu')}
          </MenuItem>
        )}
        {mayUpdate && (
          <MenuItem onSelect={() => update({ spam: !shown.spam })}>
            {shown.spam ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
            {t(shown.spam ? 'fields.notSpam' : 'fields.markSpam')}
          </MenuItem>
        )}
      </Menu>
      {movable && <MergeDialog {...movable} number={number} {...dialog('merge')} />}
      {movable && <SplitDialog {...movable} number={number} subject={shown.subject} {...dialog('split')} />}
    </>
  );
}
