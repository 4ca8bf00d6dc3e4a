'use client';

import { Copy, Ellipsis, Power, Star, StarOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';
import { activateMacroAction, copyMacroAction, favouriteMacroAction } from '../actions';
import type { MacroItem } from './macro-item';

type Props = Readonly<{ workspace: string; item: MacroItem }>;
type Outcome =
  | Readonly<{ ok: true }>
  | Readonly<{ ok: false; error: Readonly<{ code: 'not_found' | 'input.invalid' }> }>;

/** Keeping on top, copying and switching off. */
export function MacroMenu({ workspace, item }: Props) {
  const t = useTranslations('macro');
  const problem = useTranslations('problem');
  const [, start] = useTransition();
  const { id: macroId, name, favourite, active, mayChange } = item;
  const run = (act: () => Promise<Outcome>, done?: string) =>
    start(async () => {
      const outcome = await act();
      if (!outcome.ok) toast.error(problem(outcome.error.code));
      else if (done) toast(done);
    });
  const Mark = favourite ? StarOff : Star;
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('actions', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem
        onSelect={() => run(() => favouriteMacroAction(workspace, { macroId, favourite: !favourite }))}
      >
        <Mark aria-hidden />
        {t(favourite ? 'unfavourite' : 'favourite', { name })}
      </MenuItem>
      <MenuItem onSelect={() => run(() => copyMacroAction(workspace, { macroId }), t('copied', { name }))}>
        <Copy aria-hidden />
        {t('copy')}
      </MenuItem>
      {mayChange && (
        <MenuItem onSelect={() => run(() => activateMacroAction(workspace, { macroId, active: !active }))}>
          <Power aria-hidden />
          {t(active ? 'switchOff' : 'switchOn')}
        </MenuItem>
      )}
    </Menu>
  );
}
