import { dirname } from 'node:path/posix';
import { readForeignText } from '@/features/knowledge/foreign-text';
import type { Locale } from '@/i18n/locales';
import type { Unpacked } from '@/server/storage/read-zip';
import { linksTo } from './article-links';
import { type Front, readFront } from './front';
import { CATEGORIES_PATH } from './layout';
import { markdownOfHtml } from './markdown';

export type PlannedText = Readonly<{
  /** Where it lies; what it names lies beside it. */
  path: string;
  title: string;
  front: Front;
  /** As it was written, still to be cleaned. */
  html: string;
  /** What readers see, where that is another text. */
  live: Readonly<{ title: string; excerpt: string; html: string }> | null;
}>;

/** An article to be: its original, and its translations. */
export type PlannedArticle = Readonly<{ original: PlannedText; translations: readonly PlannedText[] }>;

export type Unread = Readonly<{ name: string; problem: 'type' | 'empty' | 'too_long' }>;

export type Plan = Readonly<{ articles: readonly PlannedArticle[]; unread: readonly Unread[] }>;

const TEXT = /\.(?:md|markdown|html?)$/i;
const LIVE = /\.live\.(?:md|html)$/;

/** The longest text of one article without its pictures, in bytes: beyond it nothing could be kept. */
const LONGEST = 400_000;

/**
 * What of some files becomes articles. Texts of one folder that name the same original are one article; every other text is one of
 * its own. What is no text may go along with one.
 */
export function planArticles(files: Unpacked): Plan {
  const unread: Unread[] = [];
  const texts: PlannedText[] = [];
  for (const [name] of files) {
    if (isBeside(name, files)) continue;
    if (!TEXT.test(name)) continue;
    const read = readText(name, files);
    if ('problem' in read) unread.push(read);
    else texts.push(read);
  }
  const groups = Map.groupBy(texts, ({ path, front }) =>
    front.original ? `${dirname(path)}\n${front.original}` : path,
  );
  return { articles: [...groups.values()].flatMap(articlesOf), unread };
}

/** What was neither a text nor went along with one. */
export const leftOver = (files: Unpacked, used: ReadonlySet<string>): readonly Unread[] =>
  [...files.keys()]
    .filter((name) => !TEXT.test(name) && name !== CATEGORIES_PATH && !used.has(name))
    .map((name) => ({ name, problem: 'type' }));

/** True for what another file brings along: the page beside a Markdown file, and what its readers see. */
function isBeside(name: string, files: Unpacked): boolean {
  if (LIVE.test(name)) return files.has(name.replace(LIVE, '.md'));
  return /\.html$/.test(name) && files.has(name.replace(/html$/, 'md'));
}

/** One language once: what comes twice is an article of its own. */
function articlesOf(texts: readonly PlannedText[]): PlannedArticle[] {
  const [first] = texts;
  if (!first) return [];
  const languages = new Map<Locale | undefined, PlannedText>();
  const others: PlannedText[] = [];
  for (const text of texts) {
    if (languages.has(text.front.language)) others.push(text);
    else languages.set(text.front.language, text);
  }
  const original = languages.get(first.front.original) ?? first;
  const translations = [...languages.values()].filter((text) => text !== original);
  return [{ original, translations }, ...others.map((text) => ({ original: text, translations: [] }))];
}

function readText(name: string, files: Unpacked): PlannedText | Unread {
  const read = readForeignText({ name, text: textIn(files, name) });
  if (!read.ok) return { name, problem: read.error };
  const { title, front, html } = read.value;
  const stem = name.replace(/\.md$/, '');
  const live = readForeignText({ name: 'live.md', text: textIn(files, `${stem}.live.md`) });
  const shown = live.ok
    ? {
        title: live.value.title,
        excerpt: live.value.front.excerpt ?? '',
        html: exactOf(`${stem}.live`, files) ?? live.value.html,
      }
    : null;
  const whole = exactOf(stem, files) ?? html;
  if (withoutData(whole).length > LONGEST) return { name, problem: 'too_long' };
  return { path: name, title, front, html: whole, live: shown };
}

/** The page beside a Markdown file, which loses nothing; null where there is none, or where the Markdown says something else by now. */
function exactOf(stem: string, files: Unpacked): string | null {
  const page = readForeignText({ name: 'page.html', text: textIn(files, `${stem}.html`) });
  if (!page.ok) return null;
  const html = linksTo(page.value.html.trim(), 'md');
  const { body } = readFront(textIn(files, `${stem}.md`));
  return markdownOfHtml(html).trim() === body.trim() ? html : null;
}

const withoutData = (html: string): string => html.replace(/"data:[^"]*"/g, '""');

const textIn = (files: Unpacked, path: string): string =>
  new TextDecoder().decode(files.get(path) ?? new Uint8Array());
