import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getField, listFields } from '@/features/fields/queries';
import { FieldEditorScreen } from '@/features/fields/ui/field-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; fieldId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fields');
  return { title: t('title') };
}

export default async function FieldPage({ params }: Props) {
  const { workspace: slug, fieldId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'workspace.manage');
  const id = z.uuid().safeParse(fieldId);
  const page = id.success ? await getField(ctx, id.data) : null;
  if (!page) notFound();
  const { entity } = page.field;
  const fields = await listFields(ctx, entity);
  return <FieldEditorScreen workspace={workspace.slug} entity={entity} page={page} fields={fields} />;
}
