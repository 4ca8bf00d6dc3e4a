import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PUBLIC = '/_next/static';
const LINKED = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"?]+\.css)[^"]*"[^>]*>/g;

let styles: ReadonlyMap<string, string> = new Map();

/** Learns the style sheets of the build by their addresses. Where there are none, as in development, links stay links. */
export async function readStyles(folder = join(process.cwd(), '.next', 'static')): Promise<void> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const sheets = files.filter((file) => file.endsWith('.css'));
  styles = new Map(
    await Promise.all(
      sheets.map(async (file): Promise<[string, string]> => {
        const address = `${PUBLIC}/${file}`;
        return [address, within(await readFile(join(folder, file), 'utf8'), address)];
      }),
    ),
  );
}

/**
 * The document with its styles in it: on a slow line each link costs a way there and back before anything is painted, and the
 * styles are small.
 */
export function withStyles(html: string): string {
  return html.replace(LINKED, (link, address: string) => {
    const sheet = styles.get(address);
    return sheet === undefined ? link : `<style>${sheet}</style>`;
  });
}

/**
 * A sheet as it can stand in a document. Its font is taken from the second page on: one that comes late would have the whole
 * page painted once more.
 */
function within(sheet: string, address: string): string {
  return sheet
    .replaceAll('font-display:swap', 'font-display:optional')
    .replaceAll('</style', '<\\/style')
    .replace(/url\((["']?)(\.{1,2}\/[^"')]+)\1\)/g, (_, quote: string, path: string) => {
      return `url(${quote}${new URL(path, `http://host${address}`).pathname}${quote})`;
    });
}
