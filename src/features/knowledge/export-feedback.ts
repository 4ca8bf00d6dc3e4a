import type { StaffContext } from '@/server/context';
import { asCsv } from '@/server/spreadsheet/csv';
import { listReaderWords, type ReaderPlace } from './queries-readers';

const PORTION = 1000;
const COLUMNS = ['at', 'article', 'title', 'language', 'helped', 'reason', 'comment'];

/** All that readers said of articles, the newest first, as CSV: read in portions while it is sent, so that its length costs no memory. */
export function exportFeedback(ctx: StaffContext): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  const columns = COLUMNS.map((head) => ({ head }));
  let after: ReaderPlace | null = null;
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      const page: Awaited<ReturnType<typeof listReaderWords>> = await listReaderWords(ctx, {
        articleId: null,
        after,
        most: PORTION,
      });
      const rows = page.rows.map(({ at, articleId, title, locale, helped, reason, comment }) => [
        { at },
        articleId,
        title,
        locale,
        helped ? 'yes' : 'no',
        reason,
        comment,
      ]);
      const text = asCsv({ key: 'feedback', name: 'feedback', columns, rows });
      controller.enqueue(bytes.encode(begun ? text.slice(text.indexOf('\r\n') + 2) : text));
      begun = true;
      after = page.next;
      if (after === null) controller.close();
    },
  });
}
