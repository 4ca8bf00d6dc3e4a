'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { TabLinks } from '@/ui/tab-links';

const SECTIONS = [
  ['articles', ''],
  ['search', '/search'],
  ['categories', '/categories'],
  ['gaps', '/gaps'],
  ['import', '/import'],
] as const;

/** The parts of the knowledge base, the present one marked. */
export function KnowledgeNav({ workspace, label }: Readonly<{ workspace: string; label: string }>) {
  const t = useTranslations('knowledge.section');
  const path = usePathname();
  const root = `/${workspace}/knowledge`;
  return (
    <TabLinks
      label={label}
      tabs={SECTIONS.map(([name, below]) => ({
        href: `${root}${below}`,
        label: t(name),
        current: path === `${root}${below}`,
      }))}
    />
  );
}
