import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listMacros } from '@/features/macros/queries';
import { MacroListScreen } from '@/features/macros/ui/macro-list-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('macro');
  return { title: t('mineTitle') };
}

export default async function OwnMacrosPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'ticket.note');
  const list = await listMacros(ctx, 'mine');
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-8 sm:py-8">
      <MacroListScreen workspace={slug} root={`/${slug}/me/macros`} which="mine" list={list} />
    </div>
  );
}
