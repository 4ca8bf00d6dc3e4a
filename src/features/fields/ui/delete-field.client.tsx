'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteFieldAction } from '../actions';

type Props = Readonly<{ workspace: string; root: string; fieldId: string; name: string }>;

/** Deletes a field that nothing uses, after asking by name. */
export function DeleteField({ workspace, root, fieldId, name }: Props) {
  const t = useTranslations('fields.delete');
  return (
    <DeleteDialog
      words={{
        button: t('button'),
        sure: t('sure', { name }),
        body: t('forGood'),
        done: t('done', { name }),
      }}
      remove={() => deleteFieldAction(workspace, { fieldId })}
      leadTo={root}
    />
  );
}
