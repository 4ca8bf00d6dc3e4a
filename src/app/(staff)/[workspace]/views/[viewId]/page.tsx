import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getSavedView, viewChoices } from '@/features/views/saved-views';
import { ViewEditorScreen } from '@/features/views/ui/view-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; viewId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('views');
  return { title: t('one') };
}

export default async function ViewPage({ params }: Props) {
  const { workspace: slug, viewId } = await params;
  const { ctx } = await staffPage(slug, 'ticket.read');
  const id = z.uuid().safeParse(viewId);
  const view = id.success ? await getSavedView(ctx, id.data) : null;
  if (!view) notFound();
  return (
    <ViewEditorScreen workspace={slug} view={view} choices={await viewChoices(ctx, await getLocale())} />
  );
}
