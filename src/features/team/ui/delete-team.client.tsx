'use client';

import { useTranslations } from 'next-intl';
import { deleteTeamAction } from '@/features/team/actions';
import { DeleteDialog } from '@/ui/delete-dialog.client';

type Props = Readonly<{ workspace: string; teamId: string; name: string }>;

/** Deletes an empty team, after asking by name. */
export function DeleteTeam({ workspace, teamId, name }: Props) {
  const t = useTranslations('people.teams');
  const [sure, done] = [t('deleteSure', { name }), t('doneDeleted', { name })];
  return (
    <DeleteDialog
      words={{ button: t('delete'), sure, body: t('deleteBody'), done }}
      remove={() => deleteTeamAction(workspace, { teamId })}
      leadTo={`/${workspace}/admin/teams`}
    />
  );
}
