import { marked } from 'marked';
import { htmlToText } from '@/channels/lib/html';

/** What of a file becomes an article: its title, and its HTML as it was written, still to be cleaned. */
type ForeignText = Readonly<{ title: string; html: string }>;

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
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html.body);
  const title =
    html.title ?? (heading && htmlToText(heading[1] ?? '')) ?? titleTag(html.body) ?? nameWithoutEnding(name);
  const body = heading ? html.body.replace(heading[0], '') : html.body;
  if (htmlToText(body).trim() === '') return { ok: false, error: 'empty' };
  return { ok: true, value: { title: title.trim().slice(0, 200) || nameWithoutEnding(name), html: body } };
}

type Html = Readonly<{ title: string | null; body: string }>;

function htmlOf(ending: string, text: string): Html | undefined {
  if (ending === 'html' || ending === 'htm') return { title: null, body: bodyOf(text) };
  if (ending !== 'md' && ending !== 'markdown') return undefined;
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  const title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(front?.[1] ?? '')?.[1] ?? null;
  const markdown = front ? text.slice(front[0].length) : text;
  return { title, body: marked.parse(markdown, { async: false, gfm: true }) };
}

/** Of a whole page its body, with its `<title>` in front, which is no text. */
function bodyOf(text: string): string {
  const title = /<title\b[^>]*>[\s\S]*?<\/title>/i.exec(text)?.[0] ?? '';
  const body = /<body\b[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(text)?.[1];
  return body === undefined ? text : title + body;
}

function titleTag(html: string): string | null {
  const inner = /<title\b[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1];
  return inner === undefined ? null : htmlToText(inner);
}

const nameWithoutEnding = (name: string) =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .slice(0, 200) || 'Article';
