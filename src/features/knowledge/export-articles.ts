import { env } from '@/server/env';
import { frontOf } from './archive/front';
import { markdownOfHtml } from './archive/markdown';

type Text = Readonly<{ locale: string; title: string; excerpt: string; html: string }>;

/** One article in one language as Markdown, with its title and sentence in front matter. */
export const markdownOf = ({ title, excerpt, html }: Text): string =>
  `${frontOf({ title, excerpt })}\n${markdownOfHtml(absolute(html))}\n`;

/** One article in one language as a page of its own. */
export function pageOf({ title, locale, html }: Text): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${name}</title></head><body>\n<h1>${name}</h1>\n${absolute(html)}\n</body></html>\n`;
}

/** Links and pictures of ours lead here from wherever the file lies. */
export const absolute = (html: string) =>
  html.replace(/ (src|href)="\/(?=[^/])/g, ` $1="${env().PUBLIC_URL}/`);
