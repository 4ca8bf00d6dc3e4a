'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { useActs } from './acts';
import { undoLast } from './undo';
import { useShortcuts } from './use-shortcuts';

/** Z, anywhere at the desk: undoes what was done last, or takes back the newest message that has not left. */
export function UndoKey() {
  const t = useTranslations('desk.keys');
  const undo = () => {
    const held = [...document.querySelectorAll<HTMLButtonElement>('[data-undo]')].at(-1);
    if (undoLast()) return;
    if (held) held.click();
    else toast(t('nothingToUndo'));
  };
  useShortcuts({ z: undo });
  useActs({ undo });
  return null;
}
