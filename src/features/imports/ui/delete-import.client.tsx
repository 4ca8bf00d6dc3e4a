'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteImportAction } from '../actions';

type Props = Readonly<{ workspace: string; importId: string; name: string }>;

/** Forgets a file and its report, after asking by name. */
export function DeleteImport({ workspace, importId, name }: Props) {
  const t = useTranslations('imports');
  return (
    <DeleteDialog
      words={{
        button: t('delete'),
        sure: t('deleteSure', { name }),
        body: t('deleteBody'),
        done: t('deleted', { name }),
      }}
      remove={() => deleteImportAction(workspace, { importId })}
      leadTo={`/${workspace}/customers/import`}
    />
  );
}
