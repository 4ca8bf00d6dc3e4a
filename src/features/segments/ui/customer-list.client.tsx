'use client';

import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { tierName } from '@/domain/customer/tier';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { TierBadge } from '@/ui/tier-badge';
import type { CustomerColumn } from '../columns';
import type { CustomerLine } from '../customer-lines';
import { BulkBar } from './bulk-bar.client';

type Props = Readonly<{
  workspace: string;
  rows: readonly CustomerLine[];
  columns: readonly CustomerColumn[];
  tiers: readonly Readonly<{ id: string; name: string }>[];
  may: Readonly<{ write: boolean; block: boolean }>;
}>;

/** Customers in a table; those that are ticked can be changed together. */
export function CustomerList({ workspace, rows, columns, tiers, may }: Props) {
  const t = useTranslations('customers');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const here = rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  const shown = useColumns(workspace);
  const box: Column<CustomerLine> = {
    key: 'tick',
    head: (
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={t('tickAll')}
        checked={rows.length > 0 && here.length === rows.length}
        onChange={({ target }) =>
          tick(
            rows.map(({ id }) => id),
            target.checked,
          )
        }
      />
    ),
    cell: ({ id, name, email }) => (
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={t('tick', { name: name || (email ?? '') })}
        checked={ticked.has(id)}
        onChange={({ target }) => tick([id], target.checked)}
      />
    ),
  };
  return (
    <div className="flex flex-col gap-3">
      {here.length > 0 && (
        <BulkBar
          workspace={workspace}
          customerIds={here}
          tiers={tiers}
          mayBlock={may.block}
          onDone={() => setTicked(new Set())}
        />
      )}
      <DataTable
        caption={t('title')}
        columns={[
          ...(may.write ? [box] : []),
          shown.name,
          ...columns.map((column) => shown[column]).filter((column) => column !== undefined),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>}
      />
    </div>
  );
}

function useColumns(workspace: string): Readonly<Record<CustomerColumn | 'name', Column<CustomerLine>>> {
  const t = useTranslations('customers.column');
  const block = useTranslations('customer.block');
  const common = useTranslations('common.language');
  const locale = useLocale();
  const format = useFormatter();
  const language = (code: string | null) =>
    code === 'en' || code === 'hu' || code === 'lv' ? common(code) : code;
  return {
    name: {
      key: 'name',
      head: t('name'),
      cell: ({ id, name, email, phone, blocked }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link
            href={`/${workspace}/desk/customers/${id}`}
            prefetch={false}
            className="break-words font-medium text-ink underline-offset-2 hover:underline"
          >
            {name || email || phone || '–'}
          </Link>
          {blocked && <Badge tone="danger">{block('blocked')}</Badge>}
        </span>
      ),
    },
    email: {
      key: 'email',
      head: t('email'),
      cell: ({ email }) => (
        <span className="block max-w-44 truncate sm:max-w-64" title={email ?? undefined}>
          {email}
        </span>
      ),
    },
    phone: {
      key: 'phone',
      head: t('phone'),
      wide: true,
      cell: ({ phone }) => <span className="whitespace-nowrap">{phone}</span>,
    },
    organization: {
      key: 'organization',
      head: t('organization'),
      wide: true,
      cell: ({ organization }) => organization,
    },
    tier: {
      key: 'tier',
      head: t('tier'),
      wide: true,
      cell: ({ tier }) => tier && <TierBadge colour={tier.colour}>{tierName(tier.names, locale)}</TierBadge>,
    },
    language: { key: 'language', head: t('language'), wide: true, cell: (line) => language(line.locale) },
    open: { key: 'open', head: t('open'), kind: 'number', wide: true, cell: ({ open }) => open || '' },
    contact: {
      key: 'contact',
      head: t('contact'),
      wide: true,
      cell: ({ lastContactAt }) =>
        lastContactAt && (
          <span className="whitespace-nowrap text-ink-soft">
            {format.dateTime(lastContactAt, { dateStyle: 'medium' })}
          </span>
        ),
    },
  };
}
