import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getForm } from '@/features/forms/queries';
import { FormEditorScreen } from '@/features/forms/ui/form-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; formId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('formSetup');
  return { title: t('title') };
}

export default async function FormPage({ params }: Props) {
  const { workspace: slug, formId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'channel.manage');
  const id = z.uuid().safeParse(formId);
  const page = id.success ? await getForm(ctx, id.data) : null;
  if (!page) notFound();
  return <FormEditorScreen workspace={workspace.slug} page={page} />;
}
