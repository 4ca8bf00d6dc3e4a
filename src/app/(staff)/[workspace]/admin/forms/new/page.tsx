import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getForm } from '@/features/forms/queries';
import { FormEditorScreen } from '@/features/forms/ui/form-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('formSetup');
  return { title: t('new') };
}

export default async function NewFormPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const page = await getForm(ctx, null);
  if (!page) notFound();
  return <FormEditorScreen workspace={workspace.slug} page={page} />;
}
