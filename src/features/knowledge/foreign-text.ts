import { htmlToText } from '@/channels/lib/html';
import { type Front, readFront } from './archive/front';
import { htmlOfMarkdown } from './archive/markdown';

/** What of a file becomes an article: its title, and its HTML as it was written, still to be cleaned. */
type ForeignText = Readonly<{ title: string; html: string; front: Front }>;

type Unread = 'type' | 'empty';
type Read = Readonly<{ ok: true; value: ForeignText }> | Readonly<{ ok: false; error: Unread }>;

/**
 * Reads a Markdown or HTML file, by the ending of its name. The title is that of its front matter, its first heading of the first
 * level, its `<title>`, or its name.
 */
export function readForeignText({ name, text }: Readonly<{ name: string; text: string }>): Read {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const html = ending && htmlOf(ending, text.replace(/^\uFEFF/, ''));
  if (html === undefined || html === '') return { ok: false, error: 'type' };
  const heading = elementIn(html.body, 'h1');
  const title =
    html.title ?? (heading && htmlToText(heading.inner)) ?? titleTag(html.body) ?? nameWithoutEnding(name);
  const heads = [heading, elementIn(html.body, 'title')];
  const body = heads.reduce((rest, head) => (head ? rest.replace(head.whole, () => '') : rest), html.body);
  // Of an archive of ours a draft without words comes back as well.
  const mayBeEmpty = html.front.original !== undefined || /<img\b/i.test(body);
  if (!mayBeEmpty && htmlToText(body).trim() === '') return { ok: false, error: 'empty' };
  const named = title.trim().slice(0, 200) || nameWithoutEnding(name);
  return { ok: true, value: { title: named, html: body, front: html.front } };
}

type Html = Readonly<{ title: string | null; body: string; front: Front }>;

function htmlOf(ending: string, text: string): Html | undefined {
  if (ending === 'html' || ending === 'htm') return { title: null, body: bodyOf(text), front: {} };
  if (ending !== 'md' && ending !== 'markdown') return undefined;
  const { front, body } = readFront(text);
  return { title: front.title ?? null, body: htmlOfMarkdown(body), front };
}

/** Of a whole page its body, with its `<title>` in front, which is no text. */
function bodyOf(text: string): string {
  const title = elementIn(text, 'title')?.whole ?? '';
  const body = elementIn(text, 'body') ?? elementIn(`${text}</body>`, 'body');
  return body ? title + body.inner : text;
}

function titleTag(html: string): string | null {
  const title = elementIn(html, 'title');
  return title && htmlToText(title.inner);
}

/** The first element of this name, if it is closed. Each letter is looked at once, whatever the file holds. */
function elementIn(html: string, name: string): Readonly<{ whole: string; inner: string }> | null {
  const begin = new RegExp(`<${name}\\b`, 'i').exec(html)?.index ?? -1;
  const opened = begin < 0 ? -1 : html.indexOf('>', begin);
  if (opened < 0) return null;
  const rest = html.slice(opened + 1);
  const close = new RegExp(`</${name}>`, 'i').exec(rest);
  if (!close) return null;
  return {
    whole: html.slice(begin, opened + 1 + close.index + close[0].length),
    inner: rest.slice(0, close.index),
  };
}

const nameWithoutEnding = (name: string) =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .slice(0, 200) || 'Article';
