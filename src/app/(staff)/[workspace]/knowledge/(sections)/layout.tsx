import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KnowledgeNav } from '@/features/knowledge/ui/knowledge-nav.client';
import { IslandMessages } from '@/i18n/island-messages';

type Props = Readonly<{ children: ReactNode; params: Promise<{ workspace: string }> }>;

/** The frame of the lists of the knowledge base; each page below asks for itself who may see it. */
export default async function KnowledgeLayout({ children, params }: Props) {
  const { workspace } = await params;
  const t = await getTranslations('knowledge');
  return (
    <IslandMessages namespaces={['knowledge', 'help.feedback']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <KnowledgeNav workspace={workspace} label={t('sections')} />
        {children}
      </div>
    </IslandMessages>
  );
}
