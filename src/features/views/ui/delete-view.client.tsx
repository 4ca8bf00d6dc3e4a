'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteViewAction } from '../actions';

type Props = Readonly<{ workspace: string; viewId: string; name: string }>;

/** Deletes a view, after asking by name. */
export function DeleteView({ workspace, viewId, name }: Props) {
  const t = useTranslations('views.delete');
  return (
    <DeleteDialog
      words={{
        button: t('button'),
        sure: t('sure', { name }),
        body: t('forGood'),
        done: t('done', { name }),
      }}
      remove={() => deleteViewAction(workspace, { viewId })}
      leadTo={`/${workspace}/views`}
    />
  );
}
