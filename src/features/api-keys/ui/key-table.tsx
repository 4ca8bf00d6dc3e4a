import { KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { API_KEY_SCOPES } from '@/domain/permission/key-scope';
import type { ApiKeyRow } from '@/features/api-keys/queries';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { RevokeKey } from './revoke-key.client';

type Props = Readonly<{ workspace: string; keys: readonly ApiKeyRow[] }>;

/** The keys of a workspace with what they may do and when they were used last. */
export function KeyTable({ workspace, keys }: Props) {
  const t = useTranslations('api.keys');
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium' });
  const columns: readonly Column<ApiKeyRow>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ name }) => <span className="font-medium break-words">{name}</span>,
    },
    { key: 'key', head: t('column.key'), cell: ({ prefix }) => <code className="text-sm">{prefix}…</code> },
    {
      key: 'scopes',
      head: t('column.scopes'),
      cell: ({ scopes }) => (
        <ul className="text-sm">
          {API_KEY_SCOPES.filter((scope) => scopes.includes(scope)).map((scope) => (
            <li key={scope}>{t(`scope.${scope}`)}</li>
          ))}
        </ul>
      ),
    },
    { key: 'created', head: t('column.created'), cell: ({ createdAt }) => day(createdAt) },
    {
      key: 'used',
      head: t('column.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.relativeTime(lastUsedAt) : t('never')),
    },
    {
      key: 'actions',
      head: t('column.actions'),
      kind: 'actions',
      cell: ({ id, name, revokedAt }) =>
        revokedAt ? (
          <Badge>{t('revokedAt', { at: day(revokedAt) })}</Badge>
        ) : (
          <RevokeKey workspace={workspace} apiKeyId={id} name={name} />
        ),
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={KeyRound} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
