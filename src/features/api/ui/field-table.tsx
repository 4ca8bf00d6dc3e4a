import { useTranslations } from 'next-intl';
import type { Field } from '@/features/api/reference';
import { Badge } from '@/ui/badge';
import { DataTable } from '@/ui/data-table';
import { Words } from './words';

type Props = Readonly<{ caption: string; fields: readonly (Field & Readonly<{ in?: string }>)[] }>;

/** Fields with what they hold; of parameters also where they stand. */
export function FieldTable({ caption, fields }: Props) {
  const t = useTranslations('api.docs');
  if (fields.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={fields}
      rowKey={(field) => `${field.in}${field.name}${field.type}`}
      columns={[
        {
          key: 'name',
          head: t('field'),
          cell: (field) => (
            <span className="flex flex-wrap items-center gap-1.5">
              <code className="text-sm">{field.name}</code>
              {field.required && <Badge tone="accent">{t('required')}</Badge>}
              {field.in && field.in !== 'query' && (
                <Badge>{t(field.in === 'path' ? 'path' : 'header')}</Badge>
              )}
            </span>
          ),
        },
        {
          key: 'type',
          head: t('type'),
          cell: ({ type }) => <code className="break-words text-ink-soft text-xs">{type}</code>,
          className: 'max-w-64',
        },
        { key: 'description', head: t('meaning'), cell: ({ description }) => <Words text={description} /> },
      ]}
    />
  );
}
