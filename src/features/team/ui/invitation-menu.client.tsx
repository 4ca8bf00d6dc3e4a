'use client';

import { Ellipsis, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { resendInvitationAction, revokeInvitationAction } from '@/features/team/actions';
import { Button } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu.client';

type Props = Readonly<{ workspace: string; invitationId: string; email: string }>;

/** What can be done with one open invitation. */
export function InvitationMenu({ workspace, invitationId, email }: Props) {
  const t = useTranslations('people');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const resend = () =>
    start(async () => {
      const done = await resendInvitationAction(workspace, { invitationId });
      toast(done.ok ? t('done.invited', { email }) : sentence(done.error.code));
    });
  const revoke = () =>
    start(async () => {
      const done = await revokeInvitationAction(workspace, { invitationId });
      toast(done.ok ? t('done.revoked', { email }) : sentence(done.error.code));
    });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('actionsOf', { name: email })} pending={pending}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={resend}>
        <Send aria-hidden />
        {t('action.resend')}
      </MenuItem>
      <MenuItem onSelect={revoke}>
        <Trash2 aria-hidden />
        {t('action.revoke')}
      </MenuItem>
    </Menu>
  );
}
