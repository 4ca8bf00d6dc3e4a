import type { FieldDefinition, FieldEntity } from '@/domain/field/field';
import type { Tx } from '@/server/db/client';

/** More fields no workspace may give to one kind of thing. */
export const MOST_FIELDS = 200;

const selection = {
  id: true,
  entity: true,
  key: true,
  kind: true,
  names: true,
  descriptions: true,
  options: true,
  pattern: true,
  requirement: true,
  customerAccess: true,
  shownWhen: true,
  archivedAt: true,
} as const;

/** All fields of one kind of thing, archived ones too, in their order; in one query. */
export async function fieldDefinitions(
  db: Pick<Tx, 'fieldDefinition'>,
  { workspaceId, entity }: Readonly<{ workspaceId: string; entity: FieldEntity }>,
): Promise<FieldDefinition[]> {
  const rows = await db.fieldDefinition.findMany({
    where: { workspaceId, entity },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: selection,
    take: MOST_FIELDS,
  });
  return rows.map(({ archivedAt, ...row }) => ({
    ...(row as unknown as Omit<FieldDefinition, 'archived'>),
    archived: archivedAt !== null,
  }));
}
