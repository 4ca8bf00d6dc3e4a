'use client';

import { Ellipsis, Undo2, UserCog, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Role } from '@/domain/permission/actor';
import { reactivateMemberAction } from '@/features/team/actions';
import type { PersonRow, TeamName } from '@/features/team/queries';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';
import { DeactivateMember } from './deactivate-member.client';
import { EditMember } from './edit-member.client';

type ManagedPerson = Pick<PersonRow, 'userId' | 'name' | 'role' | 'scope' | 'active' | 'teams'>;

type Props = Readonly<{
  workspace: string;
  ownRole: Role;
  person: ManagedPerson;
  teams: readonly TeamName[];
}>;

/** What can be done with one person. */
export function MemberMenu({ workspace, ownRole, person, teams }: Props) {
  const t = useTranslations('people');
  const sentence = useTranslations('problem');
  const [shown, setShown] = useState<'edit' | 'deactivate' | null>(null);
  const [pending, start] = useTransition();
  const { userId, name } = person;
  const reactivate = () =>
    start(async () => {
      const done = await reactivateMemberAction(workspace, { userId });
      toast(done.ok ? t('done.reactivated', { name }) : sentence(done.error.code));
    });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" size="icon-sm" aria-label={t('actionsOf', { name })} pending={pending}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {person.active ? (
          <>
            <MenuItem onSelect={() => setShown('edit')}>
              <UserCog aria-hidden />
              {t('action.edit')}
            </MenuItem>
            <MenuItem onSelect={() => setShown('deactivate')}>
              <UserX aria-hidden />
              {t('action.deactivate')}
            </MenuItem>
          </>
        ) : (
          <MenuItem onSelect={reactivate}>
            <Undo2 aria-hidden />
            {t('action.reactivate')}
          </MenuItem>
        )}
      </Menu>
      {shown === 'edit' && (
        <EditMember
          workspace={workspace}
          ownRole={ownRole}
          person={person}
          teams={teams}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'deactivate' && (
        <DeactivateMember workspace={workspace} person={person} onClose={() => setShown(null)} />
      )}
    </>
  );
}
