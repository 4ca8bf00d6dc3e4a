'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteMacroAction } from '../actions';

type Props = Readonly<{ workspace: string; root: string; macroId: string; name: string }>;

/** Deletes a macro, after asking by name. */
export function DeleteMacro({ workspace, root, macroId, name }: Props) {
  const t = useTranslations('macro.delete');
  return (
    <DeleteDialog
      words={{
        button: t('button'),
        sure: t('sure', { name }),
        body: t('forGood'),
        done: t('done', { name }),
      }}
      remove={() => deleteMacroAction(workspace, { macroId })}
      leadTo={root}
    />
  );
}
