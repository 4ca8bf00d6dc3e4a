'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteOrganizationAction } from '../actions';

type Props = Readonly<{ workspace: string; organizationId: string; name: string }>;

/** Deletes an organization without members, after asking by name. */
export function DeleteOrganization({ workspace, organizationId, name }: Props) {
  const t = useTranslations('organization');
  return (
    <DeleteDialog
      words={{
        button: t('delete'),
        sure: t('deleteSure', { name }),
        body: t('deleteBody'),
        done: t('deleted', { name }),
      }}
      remove={() => deleteOrganizationAction(workspace, { organizationId })}
      leadTo={`/${workspace}/customers/organizations`}
    />
  );
}
