import { MailPlus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { InvitationRow } from '@/features/team/queries';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { InvitationMenu } from './invitation-menu.client';

type Props = Readonly<{ workspace: string; invitations: readonly InvitationRow[]; manages: boolean }>;

/** Invitations that wait to be accepted. */
export function InvitationTable({ workspace, invitations, manages }: Props) {
  const t = useTranslations('people');
  const columns = useInvitationColumns();
  const actions: Column<InvitationRow> = {
    key: 'actions',
    head: t('column.actions'),
    kind: 'actions',
    cell: ({ id, email }) => <InvitationMenu workspace={workspace} invitationId={id} email={email} />,
  };
  return (
    <DataTable
      caption={t('table.invitations')}
      columns={manages ? [...columns, actions] : columns}
      rows={invitations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={MailPlus} title={t('empty.invitations')}>
          {t('empty.invitationsBody')}
        </EmptyState>
      }
    />
  );
}

function useInvitationColumns(): Column<InvitationRow>[] {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  const format = useFormatter();
  return [
    {
      key: 'address',
      head: t('column.address'),
      cell: ({ email }) => <span className="break-all font-medium">{email}</span>,
    },
    { key: 'role', wide: true, head: t('column.role'), cell: ({ role }) => <Badge>{roles(role)}</Badge> },
    { key: 'invitedBy', wide: true, head: t('column.invitedBy'), cell: ({ invitedBy }) => invitedBy },
    {
      key: 'expires',
      head: t('column.expires'),
      cell: ({ expiresAt, expired }) =>
        expired ? (
          <Badge tone="warning">{t('expired')}</Badge>
        ) : (
          <span className="whitespace-nowrap">{format.dateTime(expiresAt, { dateStyle: 'medium' })}</span>
        ),
    },
  ];
}
