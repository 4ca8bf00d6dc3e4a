'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/ui/button';
import { linkAction, unlinkAction } from '../actions';
import { sayProblem, sayWithUndo } from './say';

type Props = Readonly<{ workspace: string; linkId: string; number: number }>;

/** Ends a link, and makes it again when asked. */
export function Unlink({ workspace, linkId, number }: Props) {
  const t = useTranslations('link');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const end = () =>
    start(async () => {
      const ended = await unlinkAction(workspace, { linkId });
      if (!ended.ok) return void sayProblem(problem(ended.error.code));
      const again = async () => {
        const made = await linkAction(workspace, ended.value);
        if (!made.ok) sayProblem(problem(made.error.code));
      };
      const undoable = { label: common('undo'), undo: again };
      return sayWithUndo(t('ended', { number: String(number) }), undoable);
    });
  const label = t('end', { number: String(number) });
  return (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} pending={pending} onClick={end}>
      <X aria-hidden />
    </Button>
  );
}
