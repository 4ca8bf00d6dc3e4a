import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMacros } from '@/features/macros/queries';
import { MacroListScreen } from '@/features/macros/ui/macro-list-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('macro');
  return { title: t('title') };
}

export default async function SharedMacrosPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'macro.manage');
  const list = await listMacros(ctx, 'shared');
  return <MacroListScreen workspace={slug} root={`/${slug}/admin/macros`} which="shared" list={list} />;
}
