import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReferencePage } from '@/features/api/ui/reference-page';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api.docs');
  return { title: t('title') };
}

/** Open to everybody, like the document that it shows: it holds no data of any workspace. */
export default async function ApiDocsPage({ searchParams }: Props) {
  const { q, area } = await searchParams;
  const text = (given: typeof q) => (typeof given === 'string' ? given.trim().slice(0, 100) : '');
  return <ReferencePage wanted={text(q)} area={text(area)} />;
}
