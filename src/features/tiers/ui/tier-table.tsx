import { Crown, Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { tierName } from '@/domain/customer/tier';
import { Button } from '@/ui/button';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { TierBadge } from '@/ui/tier-badge';
import type { Tier } from '../queries';
import { DeleteTier } from './delete-tier.client';
import { TierDialog } from './tier-form.client';

type Props = Readonly<{ workspace: string; tiers: readonly Tier[]; counts: ReadonlyMap<string, number> }>;

/** The tiers of the workspace, the highest first, with how many customers have each. */
export function TierTable({ workspace, tiers, counts }: Props) {
  const t = useTranslations('tier');
  const locale = useLocale();
  const columns: Column<Tier>[] = [
    { key: 'rank', head: t('rank'), kind: 'number', cell: ({ rank }) => rank },
    {
      key: 'name',
      head: t('name'),
      cell: ({ names, colour }) => <TierBadge colour={colour}>{tierName(names, locale)}</TierBadge>,
    },
    { key: 'customers', head: t('customers'), kind: 'number', cell: ({ id }) => counts.get(id) ?? 0 },
    {
      key: 'actions',
      head: t('actions'),
      kind: 'actions',
      cell: (tier) => (
        <span className="inline-flex gap-1">
          <TierDialog
            workspace={workspace}
            tier={tier}
            ranks={tiers.length}
            trigger={
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t('editNamed', { name: tierName(tier.names, locale) })}
              >
                <Pencil aria-hidden />
              </Button>
            }
          />
          <DeleteTier workspace={workspace} tierId={tier.id} name={tierName(tier.names, locale)} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={tiers}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Crown} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
