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

export default async function NewOwnMacroPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'ticket.note');
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-8 sm:py-8">
      <MacroEditorScreen
        workspace={slug}
        root={`/${slug}/me/macros`}
        macro={null}
        choices={await macroChoices(ctx, await getLocale())}
        audience="personal"
      />
    </div>
  );
}
