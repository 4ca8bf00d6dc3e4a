import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FIELD_ENTITIES } from '@/domain/field/field';
import { listFields } from '@/features/fields/queries';
import { FieldEditorScreen } from '@/features/fields/ui/field-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ entity?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fields');
  return { title: t('add') };
}

export default async function NewFieldPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const asked = (await searchParams).entity;
  const entity = FIELD_ENTITIES.find((each) => each === asked) ?? 'ticket';
  const fields = await listFields(ctx, entity);
  return <FieldEditorScreen workspace={workspace.slug} entity={entity} page={null} fields={fields} />;
}
