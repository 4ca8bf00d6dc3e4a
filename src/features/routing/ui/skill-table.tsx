import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SkillRow } from '@/features/routing/queries';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { DeleteSkill } from './delete-skill.client';
import { EditSkill } from './edit-skill.client';

type Props = Readonly<{ workspace: string; skills: readonly SkillRow[] }>;

/** The skills with the tags that ask for them. */
export function SkillTable({ workspace, skills }: Props) {
  const t = useTranslations('queues.skill');
  const columns: Column<SkillRow>[] = [
    {
      key: 'name',
      head: t('column.name'),
      cell: ({ name }) => <span className="break-words font-medium">{name}</span>,
    },
    {
      key: 'tags',
      head: t('column.tags'),
      cell: ({ tags }) =>
        tags.length === 0 ? (
          <span className="text-ink-faint">{t('noTags')}</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        ),
    },
    {
      key: 'members',
      head: t('column.members'),
      kind: 'number',
      wide: true,
      cell: ({ members }) => members,
    },
    {
      key: 'actions',
      head: t('column.actions'),
      kind: 'actions',
      cell: (skill) => (
        <span className="inline-flex gap-2">
          <EditSkill workspace={workspace} skill={skill} />
          <DeleteSkill workspace={workspace} skill={skill} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={skills}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Sparkles} title={t('none')}>
          {t('noneBody')}
        </EmptyState>
      }
    />
  );
}
