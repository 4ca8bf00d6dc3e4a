import { sanitised } from './html-rules';
import { plainTextOf } from './html-text';

/**
 * Returns mail HTML with nothing left but text, its looks, links and pictures (contracts A.8): no script, no
 * handler, no form, no style sheet, no address but http, https, mailto, tel, and cid or inline data for
 * pictures. Takes linear time; what lies beyond 2 Mi characters is cut (the raw mail keeps it). Pictures of
 * other hosts are still in it: show it through `withRemoteImagesBlocked`.
 */
export function cleanHtml(html: string): string {
  return sanitised(html, 'looks');
}

/** The same for a note of ours, which may mention people and teams (`data-mention`). */
export const cleanNoteHtml = (html: string): string => sanitised(html, 'mentions');

/** Returns what a reader of this HTML would read, as plain text; links follow their words in angle brackets. */
export function htmlToText(html: string): string {
  return plainTextOf(cleanHtml(html));
}

/**
 * Takes away the address of every picture that would be fetched from another host, since that tells the sender
 * who read when. Give cleaned HTML; returns it with the number of pictures that are now missing.
 */
export function withRemoteImagesBlocked(html: string): { html: string; blocked: number } {
  let blocked = 0;
  const quiet = eachImageSource(html, (source) => {
    if (!/^https?:/i.test(source)) return source;
    blocked += 1;
    return null;
  });
  return { html: quiet, blocked };
}

/**
 * Points every `cid:` picture (RFC 2392) at the stored file of that Content-ID. Give cleaned HTML; `urlOf` is
 * asked with the id as written, then in lower case, without brackets. Unknown ones lose their address.
 */
export function withInlineImages(html: string, urlOf: (contentId: string) => string | null): string {
  return eachImageSource(html, (source) => {
    if (!/^cid:/i.test(source)) return source;
    const contentId = decoded(source.slice(4)).replace(/^<|>$/g, '');
    return urlOf(contentId) ?? urlOf(contentId.toLowerCase());
  });
}

/**
 * Returns the whole document for the `srcdoc` of `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox">`.
 * Its own policy forbids everything but pictures and inline looks, so that one forgotten hole in the cleaning is
 * not yet a leak. `dark: 'system'` follows what the reader's machine prefers. A mail without colours of its own has
 * those of the page around it; one that sets colours keeps white paper, also in the dark, since they were chosen for it.
 */
export function mailFrameDocument(
  html: string,
  { dark, allowRemoteImages }: { dark: boolean | 'system'; allowRemoteImages: boolean },
): string {
  const pictures = allowRemoteImages ? "'self' data: blob: https: http:" : "'self' data: blob:";
  const policy = `default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  const scheme = bringsColours(html) ? 'light' : SCHEMES[`${dark}`];
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="${scheme}"><style>${frameStyle(scheme, bringsColours(html))}</style></head>`,
    `<body>${html}</body></html>`,
  ].join('');
}

/** Cleaned HTML writes `<` and `>` only around tags and quotes every value, so a pattern finds its pictures. */
function eachImageSource(html: string, sourceOf: (source: string) => string | null): string {
  return html.replace(/<img [^<>]*>/g, (tag) =>
    tag.replace(/ src="([^"]*)"/, (_, written: string) => {
      const source = sourceOf(unescaped(written));
      return source === null ? '' : ` src="${escaped(source)}"`;
    }),
  );
}

function bringsColours(html: string): boolean {
  return /<[a-z][^<>]*(?: bgcolor=| color="| style="[^"]*(?:color|background))/.test(html);
}

const SCHEMES = { true: 'dark', false: 'light', system: 'light dark' } as const;

function frameStyle(scheme: string, bringsColours: boolean): string {
  const paper = bringsColours ? 'background:#fff;padding:12px;border-radius:4px;' : 'background:transparent;';
  return [
    `html{color-scheme:${scheme};overflow-y:hidden}`,
    `body{margin:0;${paper}color:light-dark(#16181d,#eceef2);font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}`,
    'a{color:light-dark(#3a48c4,#a9b4ff)}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}',
    'p:first-child{margin-top:0}p:last-child{margin-bottom:0}',
    'blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid light-dark(#868d99,#6d7583)}',
  ].join('');
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
