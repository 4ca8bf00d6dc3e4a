import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { tierName } from '@/domain/customer/tier';
import { ButtonLink } from '@/ui/button';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { TierBadge } from '@/ui/tier-badge';
import type { OrganizationPage } from '../queries';
import { MemberActs } from './member-acts.client';

type Props = Readonly<{ workspace: string; organization: OrganizationPage; mayWrite: boolean }>;
type Member = OrganizationPage['members']['rows'][number];

/** Who belongs to the organization, and which of them read what the others asked. */
export function Members({ workspace, organization, mayWrite }: Props) {
  const t = useTranslations('organization');
  const locale = useLocale();
  const { rows, next } = organization.members;
  const columns: Column<Member>[] = [
    {
      key: 'name',
      head: t('member'),
      cell: ({ id, displayName, email }) => (
        <Link
          href={`/${workspace}/desk/customers/${id}`}
          prefetch={false}
          className="block min-w-0 hover:underline"
        >
          <span className="block break-words text-ink">{displayName || email}</span>
          <span className="block break-all text-ink-soft text-sm">{email}</span>
        </Link>
      ),
    },
    {
      key: 'tier',
      head: t('tier'),
      wide: true,
      cell: ({ tier }) => tier && <TierBadge colour={tier.colour}>{tierName(tier.names, locale)}</TierBadge>,
    },
    {
      key: 'acts',
      head: t('acts'),
      kind: 'actions',
      cell: ({ id, displayName, email, readsShared }) =>
        mayWrite && (
          <MemberActs
            workspace={workspace}
            customerId={id}
            name={displayName || email}
            shares={organization.sharedRequests}
            readsShared={readsShared}
          />
        ),
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        caption={t('members')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noMembers')} level={3} className="py-8" />}
      />
      {next && (
        <div>
          <ButtonLink
            href={`/${workspace}/customers/organizations/${organization.id}?after=${next}`}
            prefetch={false}
          >
            {t('more')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
