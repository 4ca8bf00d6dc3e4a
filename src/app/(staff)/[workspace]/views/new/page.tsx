import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { viewChoices } from '@/features/views/saved-views';
import { ViewEditorScreen } from '@/features/views/ui/view-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('views');
  return { title: t('new') };
}

export default async function NewViewPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'ticket.read');
  return (
    <ViewEditorScreen workspace={slug} view={null} choices={await viewChoices(ctx, await getLocale())} />
  );
}
