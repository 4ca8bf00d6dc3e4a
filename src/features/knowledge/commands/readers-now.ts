import {
  listReaderWords,
  listTicketsAfterReading,
  listTicketsOfArticle,
  readerPlace,
} from '@/features/knowledge/queries-readers';
import type { StaffContext } from '@/server/context';

/** What readers said, and where such a list goes on. */
export const readersOf = { list: listReaderWords, place: readerPlace };

type Asked = Parameters<typeof listTicketsOfArticle>[1] & Readonly<{ how: 'after_reading' | 'answered' }>;

/** The tickets that followed after reading an article, or that it was written from or sent to; those that the actor may read. */
export const ticketsOf = (ctx: StaffContext, { how, ...asked }: Asked) =>
  how === 'after_reading' ? listTicketsAfterReading(ctx, asked) : listTicketsOfArticle(ctx, asked);

/** True when there is such an article. */
export async function articleIsHere({ db, workspaceId }: StaffContext, id: string): Promise<boolean> {
  const where = { workspaceId_id: { workspaceId, id } };
  return (await db.article.findUnique({ where, select: { id: true } })) !== null;
}
