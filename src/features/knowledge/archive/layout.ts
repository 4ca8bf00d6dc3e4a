import { dirname, join, normalize } from 'node:path/posix';
import { z } from 'zod';

/** Where everything lies in an archive of articles: a folder for each article, with a file for each of its languages. */
export const textPath = (folder: string, name: string): string => `articles/${folder}/${name}`;

/** Where a picture or file lies: the same bytes of the same name once. */
export const filePath = ({ sha256, name }: Readonly<{ sha256: string; name: string }>): string =>
  `files/${sha256.slice(0, 12)}/${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').replace(/^\.+/, '_')}`;

/** How a text names a file of its archive. */
export const fileLink = (path: string): string =>
  `../../${path.split('/').map(encodeURIComponent).join('/')}`;

/** How a text names a text of another article. */
export const textLink = (folder: string, name: string): string =>
  `../${encodeURIComponent(folder)}/${name}.md`;

/** The path that a text at `from` means by a link; null for an address of elsewhere. */
export function linkedPath(from: string, link: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(link)) return null;
  try {
    return normalize(join(dirname(from), decodeURIComponent(link.replace(/[?#].*$/, ''))));
  } catch {
    return null;
  }
}

/** The shelves of a knowledge base, in their order. */
export const CATEGORIES_PATH = 'categories.json';

const names = z.record(z.string(), z.object({ name: z.string(), description: z.string().default('') }));
const shelf = z.object({ names });

/** What stands in the file of categories: two levels. */
export const categoryFile = z.array(shelf.extend({ parts: z.array(shelf).max(200).default([]) })).max(200);
export type CategoryFile = z.output<typeof categoryFile>;
