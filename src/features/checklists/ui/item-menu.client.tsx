'use client';

import { ArrowDown, ArrowUp, Ellipsis, Pencil, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.client';
import { sayUndoable } from '@/ui/undo';
import { addItemAction, removeItemAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { useChange } from './use-change';

type Props = Readonly<{
  workspace: string;
  item: ShownChecklist['items'][number];
  place: Readonly<{ index: number; count: number }>;
  onMove: (id: string, to: number) => void;
  onRename: () => void;
}>;

/** What can be done with a step besides ticking it; one that is removed can be put back for ten seconds. */
export function ItemMenu({ workspace, item: { id, text }, place, onMove, onRename }: Props) {
  const t = useTranslations('ticket.checklist');
  const common = useTranslations('common');
  const { pending, change } = useChange();
  const remove = () =>
    change(
      () => removeItemAction(workspace, { itemId: id }),
      (gone) =>
        sayUndoable(t('removed', { text }), {
          position: 'top-center',
          label: common('undo'),
          // Who ticked it and when is not for whoever puts it back: it stands there to be ticked.
          undo: () => change(() => addItemAction(workspace, { ...gone, done: false })),
        }),
    );
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('more', { text })} pending={pending}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => setTimeout(onRename)}>
        <Pencil aria-hidden />
        {t('rename')}
      </MenuItem>
      <MenuItem disabled={place.index === 0} onSelect={() => onMove(id, place.index - 1)}>
        <ArrowUp aria-hidden />
        {t('up')}
      </MenuItem>
      <MenuItem disabled={place.index === place.count - 1} onSelect={() => onMove(id, place.index + 1)}>
        <ArrowDown aria-hidden />
        {t('down')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={remove}>
        <X aria-hidden />
        {t('removeItem')}
      </MenuItem>
    </Menu>
  );
}
