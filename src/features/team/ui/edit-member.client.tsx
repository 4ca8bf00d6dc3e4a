'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { Role } from '@/domain/permission/actor';
import { updateMemberAction } from '@/features/team/actions';
import type { PersonRow, TeamName } from '@/features/team/queries';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { RightsFields, rightsIn } from './rights-fields.client';

type Props = Readonly<{
  workspace: string;
  ownRole: Role;
  person: Pick<PersonRow, 'userId' | 'name' | 'role' | 'scope' | 'teams'>;
  teams: readonly TeamName[];
  onClose: () => void;
}>;

/** Role, scope and teams of one person. */
export function EditMember({ workspace, ownRole, person, teams, onClose }: Props) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { userId, name, role, scope } = person;
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) => updateMemberAction(workspace, { userId, ...rightsIn(form) }),
    onDone: () => {
      toast(t('done.saved', { name }));
      onClose();
    },
  });
  const teamIds = person.teams.map(({ id }) => id);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('form.editTitle', { name })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="edit-member" variant="primary" pending={pending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form ref={ref} id="edit-member" onSubmit={onSubmit} className="flex flex-col gap-5">
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <RightsFields ownRole={ownRole} teams={teams} rights={{ role, scope, teamIds }} />
      </form>
    </Dialog>
  );
}
