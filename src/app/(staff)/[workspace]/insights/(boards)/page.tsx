import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BoardRoute } from './board-page';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('insights');
  return { title: t('title') };
}

export default async function InsightsPage({ params, searchParams }: Props) {
  const [{ workspace }, parameters] = await Promise.all([params, searchParams]);
  return <BoardRoute workspace={workspace} name="overview" parameters={parameters} />;
}
