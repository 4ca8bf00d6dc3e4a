import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { macroChoices } from '@/features/macros/queries';
import { MacroEditorScreen } from '@/features/macros/ui/macro-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('macro');
  return { title: t('new') };
}

export default async function NewSharedMacroPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'macro.manage');
  return (
    <MacroEditorScreen
      workspace={slug}
      root={`/${slug}/admin/macros`}
      macro={null}
      choices={await macroChoices(ctx, await getLocale())}
      audience="everyone"
    />
  );
}
