import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isBoard } from '@/domain/insights/boards';
import { BoardRoute } from '../board-page';

type Props = Readonly<{
  params: Promise<{ workspace: string; board: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { board } = await params;
  const t = await getTranslations('insights');
  return isBoard(board) ? { title: t(`board.${board}.title`) } : {};
}

export default async function InsightsBoardPage({ params, searchParams }: Props) {
  const [{ workspace, board }, parameters] = await Promise.all([params, searchParams]);
  if (!isBoard(board)) notFound();
  return <BoardRoute workspace={workspace} name={board} parameters={parameters} />;
}
