import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getMacro, macroChoices } from '@/features/macros/queries';
import { MacroEditorScreen } from '@/features/macros/ui/macro-editor-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; macroId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('macro');
  return { title: t('title') };
}

export default async function OwnMacroPage({ params }: Props) {
  const { workspace: slug, macroId } = await params;
  const { ctx } = await staffPage(slug, 'ticket.note');
  const id = z.uuid().safeParse(macroId);
  const macro = id.success ? await getMacro(ctx, id.data) : null;
  if (!macro) notFound();
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-8 sm:py-8">
      <MacroEditorScreen
        workspace={slug}
        root={`/${slug}/me/macros`}
        macro={macro}
        choices={await macroChoices(ctx, await getLocale())}
        audience="personal"
      />
    </div>
  );
}
