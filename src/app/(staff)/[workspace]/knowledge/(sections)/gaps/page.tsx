import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import {
  countDue,
  coverage,
  getSelfService,
  listMisses,
  listTroubled,
  missPlace,
} from '@/features/knowledge/queries-gaps';
import { listReaderWords, readerPlace } from '@/features/knowledge/queries-readers';
import { GapsScreen } from '@/features/knowledge/ui/gaps-screen';
import { staffPage } from '@/server/auth/require-staff';
import { openCursor } from '@/server/http/cursor';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ words?: string | string[]; misses?: string | string[] }>;
}>;

const FEW = 10;

const DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.section');
  return { title: t('gaps') };
}

export default async function GapsPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'knowledge.read');
  const { words: cursor, misses: missed } = await searchParams;
  const after = typeof cursor === 'string' ? openCursor('readers-words', cursor, readerPlace) : null;
  const afterMiss = typeof missed === 'string' ? openCursor('misses', missed, missPlace) : null;
  const since = new Date(ctx.now().getTime() - DAYS * 86_400_000);
  const [t, service, misses, troubled, languages, due, words] = await Promise.all([
    getTranslations('knowledge'),
    getSelfService(ctx, DAYS),
    listMisses(ctx, afterMiss),
    listTroubled(ctx, since),
    coverage(ctx),
    countDue(ctx),
    listReaderWords(ctx, { articleId: null, after, most: FEW }),
  ]);
  return (
    <>
      <PageHeader title={t('section.gaps')} description={t('gaps.description')} />
      <GapsScreen
        workspace={workspace.slug}
        mayWrite={may(ctx.actor, 'knowledge.write')}
        gaps={{ service, misses, troubled, languages, due, words }}
      />
    </>
  );
}
