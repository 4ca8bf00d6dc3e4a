import { Ban } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { readablePhone } from '@/channels/lib/phone-number';
import type { BlockKind } from '@/domain/customer/block';
import { may } from '@/domain/permission/can';
import { heldPlace, listBlockedCustomers, listBlockedSenders, listHeldBack } from '@/features/blocks/queries';
import { BlockSender } from '@/features/blocks/ui/block-sender.client';
import { HeldBackList } from '@/features/blocks/ui/held-back-list';
import { Unblock } from '@/features/blocks/ui/unblock.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import type { StaffContext } from '@/server/context';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ before?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('blocks');
  return { title: t('title') };
}

export default async function BlockedPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'customer.block');
  const [t, format, senders, customers] = await Promise.all([
    getTranslations('blocks'),
    getFormatter(),
    listBlockedSenders(ctx),
    listBlockedCustomers(ctx),
  ]);
  const dateOf = (at: Date | null) => at && format.dateTime(at, { dateStyle: 'medium' });
  return (
    <IslandMessages namespaces={['blocks']}>
      <div className="flex flex-col gap-5">
        <PageHeader title={t('title')} description={t('description')} />
        <Panel title={t('add')}>
          <BlockSender workspace={workspace.slug} />
        </Panel>
        <DataTable
          caption={t('senders')}
          rows={senders}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={Ban} title={t('empty')} />}
          columns={[
            {
              key: 'value',
              head: t('who'),
              cell: ({ kind, value }) => (
                <>
                  <span className="block break-all font-medium">
                    {kind === 'phone' ? readablePhone(value) : value}
                  </span>
                  <span className="text-ink-faint text-sm">{t(`kinds.${kind as BlockKind}`)}</span>
                </>
              ),
            },
            { key: 'reason', head: t('reason'), cell: ({ reason }) => reason },
            {
              key: 'by',
              head: t('by'),
              wide: true,
              cell: ({ byName, createdAt }) => `${byName}, ${dateOf(createdAt)}`,
            },
            {
              key: 'acts',
              head: t('acts'),
              kind: 'actions',
              cell: ({ id, value }) => (
                <Unblock workspace={workspace.slug} blockedSenderId={id} value={value} />
              ),
            },
          ]}
        />
        {customers.length > 0 && (
          <DataTable
            caption={t('customers')}
            rows={customers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('customers'),
                cell: ({ id, displayName }) => (
                  <Link
                    href={`/${workspace.slug}/desk/customers/${id}`}
                    prefetch={false}
                    className="break-words font-medium hover:underline"
                  >
                    {displayName}
                  </Link>
                ),
              },
              { key: 'reason', head: t('reason'), cell: ({ blockedReason }) => blockedReason },
              { key: 'since', head: t('since'), wide: true, cell: ({ blockedAt }) => dateOf(blockedAt) },
            ]}
          />
        )}
        {may(ctx.actor, 'mail.read') && (
          <HeldBack ctx={ctx} workspace={workspace.slug} before={(await searchParams).before} />
        )}
      </div>
    </IslandMessages>
  );
}

type HeldProps = Readonly<{ ctx: StaffContext; workspace: string; before: string | undefined }>;

async function HeldBack({ ctx, workspace, before }: HeldProps) {
  const [t, paging, { rows, more }] = await Promise.all([
    getTranslations('blocks.held'),
    getTranslations('mail'),
    listHeldBack(ctx, { before: heldPlace(before) }),
  ]);
  const last = rows.at(-1);
  const here = `/${workspace}/admin/blocked`;
  return (
    <div className="flex flex-col gap-3">
      <header>
        <h2 className="font-semibold text-ink">{t('title')}</h2>
        <p className="text-ink-soft text-sm">{t('body')}</p>
      </header>
      <HeldBackList workspace={workspace} rows={rows} />
      {(before || more) && (
        <nav aria-label={paging('pages')} className="flex flex-wrap gap-2">
          {before && <ButtonLink href={here}>{paging('newest')}</ButtonLink>}
          {more && last && (
            <ButtonLink href={`${here}?before=${last.at.getTime()}.${last.id}`}>{paging('older')}</ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
