'use client';

import { ArchiveRestore, Ellipsis, Merge, ShieldAlert, ShieldCheck, Split, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';
import { MergeDialog } from './merge-dialog.client';
import { say } from './say';
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
  mayTrash: boolean;
  movable: Movable | null;
  /** What other features add to it. */
  more: ReactNode;
}>;

/** What is done with a ticket less often. */
export function TicketMenu({ number, mayUpdate, mayTrash, movable, more }: Props) {
  const common = useTranslations('common');
  const t = useTranslations('ticket');
  const palette = useTranslations('desk.palette');
  const { shown } = useStage();
  const [asking, ask] = useState<'merge' | 'split' | null>(null);
  const maySplit = movable !== null && movable.messages.length > 1;
  useActs({
    merge: movable && (() => ask('merge')),
    split: maySplit ? () => ask('split') : null,
    ...useAsideActs({ mayUpdate, mayTrash }),
    copyLink: () => void copyHere().then((done) => done && say(palette('copied'))),
    print: () => window.print(),
  });
  if (!mayUpdate && !mayTrash && !movable && !more) return null;
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
        {maySplit && (
          <MenuItem onSelect={() => ask('split')}>
            <Split aria-hidden />
            {t('merge.splitMenu')}
          </MenuItem>
        )}
        <AsideItems mayUpdate={mayUpdate} mayTrash={mayTrash} />
      </Menu>
      {movable && <MergeDialog {...movable} number={number} {...dialog('merge')} />}
      {movable && <SplitDialog {...movable} number={number} subject={shown.subject} {...dialog('split')} />}
    </>
  );
}

/** Into spam and trash, and out of them, for the palette. */
function useAsideActs({ mayUpdate, mayTrash }: Pick<Props, 'mayUpdate' | 'mayTrash'>) {
  const { shown, update } = useStage();
  return {
    [shown.spam ? 'notSpam' : 'spam']: mayUpdate ? () => update({ spam: !shown.spam }) : null,
    [shown.trash ? 'restore' : 'trash']: mayTrash ? () => update({ trash: !shown.trash }) : null,
  };
}

/** The address of this very ticket, without the list that it was opened from; false where the browser refuses. */
const copyHere = () =>
  navigator.clipboard.writeText(window.location.origin + window.location.pathname).then(
    () => true,
    () => false,
  );

/** Into spam and trash, and out of them. */
function AsideItems({ mayUpdate, mayTrash }: Pick<Props, 'mayUpdate' | 'mayTrash'>) {
  const t = useTranslations('ticket');
  const { shown, update } = useStage();
  return (
    <>
      {mayUpdate && (
        <MenuItem onSelect={() => update({ spam: !shown.spam })}>
          {shown.spam ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
          {t(shown.spam ? 'fields.notSpam' : 'fields.markSpam')}
        </MenuItem>
      )}
      {mayTrash && (
        <MenuItem onSelect={() => update({ trash: !shown.trash })}>
          {shown.trash ? <ArchiveRestore aria-hidden /> : <Trash2 aria-hidden />}
          {t(shown.trash ? 'trash.restore' : 'trash.menu')}
        </MenuItem>
      )}
    </>
  );
}
