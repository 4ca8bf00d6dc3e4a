import { ListChecks, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import type { ChecklistTemplate } from '../queries';
import { DeleteTemplate } from './delete-template.client';
import { TemplateDialog } from './template-dialog.client';

type Props = Readonly<{ workspace: string; templates: readonly ChecklistTemplate[] }>;

/** The checklists that tickets can start from, by name. */
export function TemplateTable({ workspace, templates }: Props) {
  const t = useTranslations('checklist');
  const columns: Column<ChecklistTemplate>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: ({ name, required }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 break-words font-medium text-ink">{name}</span>
          {required && <Badge tone="warning">{t('required')}</Badge>}
        </span>
      ),
    },
    {
      key: 'items',
      head: t('items'),
      wide: true,
      cell: ({ items }) => <span className="line-clamp-2 text-ink-soft">{items.join(' · ')}</span>,
    },
    { key: 'count', head: t('count'), kind: 'number', cell: ({ items }) => items.length },
    {
      key: 'actions',
      head: t('actions'),
      kind: 'actions',
      cell: (template) => (
        <span className="inline-flex gap-1">
          <TemplateDialog
            workspace={workspace}
            template={template}
            trigger={
              <Button variant="ghost" size="icon-sm" aria-label={t('editNamed', { name: template.name })}>
                <Pencil aria-hidden />
              </Button>
            }
          />
          <DeleteTemplate workspace={workspace} templateId={template.id} name={template.name} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={templates}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={ListChecks} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}
