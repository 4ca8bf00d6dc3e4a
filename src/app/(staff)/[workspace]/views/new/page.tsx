import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { viewChoices, viewOfSearch } from '@/features/views/saved-views';
import { ViewEditorScreen } from '@/features/views/ui/view-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('views');
  return { title: t('new') };
}

/** A new view; with `q`, one that asks what a search asks. */
export default async function NewViewPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'ticket.read');
  const { q } = await searchParams;
  const [choices, begun] = await Promise.all([
    viewChoices(ctx, await getLocale()),
    typeof q === 'string' ? viewOfSearch(ctx, q) : null,
  ]);
  return <ViewEditorScreen workspace={slug} view={null} begun={begun} choices={choices} />;
}
