import { strToU8, zipSync } from 'fflate';
import TurndownService from 'turndown';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';

type Text = Readonly<{ locale: string; title: string; excerpt: string; html: string; articleId: string }>;

/** The most articles that one archive holds. */
const MOST = 5000;

/** All articles of the workspace as they stand at work, in every language, as a zip of Markdown and HTML files. */
export async function exportAll({ db, workspaceId }: StaffContext): Promise<Uint8Array<ArrayBuffer>> {
  const texts = await db.articleTranslation.findMany({
    where: { workspaceId, state: { not: 'archived' } },
    orderBy: [{ locale: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { locale: true, title: true, excerpt: true, html: true, articleId: true, slug: true },
  });
  const files: Record<string, Uint8Array> = {};
  for (const text of texts) {
    const name = `${text.locale}/${text.slug ?? 'draft'}-${text.articleId.slice(-6)}`;
    files[`${name}.md`] = strToU8(markdownOf(text));
    files[`${name}.html`] = strToU8(pageOf(text));
  }
  return new Uint8Array(zipSync(files));
}

/** One article in one language as Markdown, with its title and sentence in front matter. */
export function markdownOf({ title, excerpt, html }: Text): string {
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    ...(excerpt ? [`excerpt: ${JSON.stringify(excerpt)}`] : []),
    '---',
  ];
  return `${head.join('\n')}\n\n${converter().turndown(absolute(html))}\n`;
}

/** One article in one language as a page of its own. */
export function pageOf({ title, locale, html }: Text): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${name}</title></head><body>\n<h1>${name}</h1>\n${absolute(html)}\n</body></html>\n`;
}

/** Links and pictures of ours lead here from wherever the file lies. */
const absolute = (html: string) => html.replace(/ (src|href)="\/(?=[^/])/g, ` $1="${env().PUBLIC_URL}/`);

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
  });
  service.addRule('table', { filter: 'table', replacement: (_, node) => `\n\n${tableOf(node)}\n\n` });
  service.addRule('callout', {
    filter: (node) => node.nodeName === 'DIV' && node.hasAttribute('data-callout'),
    replacement: (content) => `\n\n> ${content.trim().replaceAll('\n', '\n> ')}\n\n`,
  });
  return service;
}

/** Markdown of GitHub's kind: a head line, a ruler, and a line for each row. */
function tableOf(node: Node): string {
  const rows = Array.from((node as HTMLTableElement).querySelectorAll('tr'), (row) =>
    Array.from(row.querySelectorAll('th,td'), (cell) =>
      (cell.textContent ?? '').trim().replace(/\s+/g, ' ').replaceAll('|', '\\|'),
    ),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
