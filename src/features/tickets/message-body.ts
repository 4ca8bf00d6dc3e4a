import { mailFrameDocument, withInlineImages, withRemoteImagesBlocked } from '@/channels/lib/html';
import { foldHtml } from './fold-html';

/** What of a message its body is made of; `html` as it was cleaned when it was stored. */
export type BodySource = Readonly<{
  text: string;
  visibleText: string;
  html: string | null;
  files: readonly Readonly<{ id: string; contentId: string | null }>[];
}>;

/**
 * How a message is shown. Plain text and HTML that is only words stand in the page itself, with what is quoted folded
 * away; all other HTML stands in a sandboxed frame, from which `blocked` pictures of other hosts are missing. `hasOriginal`
 * where the text stands for HTML in which the place to cut cannot be told.
 */
export type MessageBody =
  | Readonly<{ kind: 'text'; visible: string; hidden: string | null; hasOriginal: boolean }>
  | Readonly<{ kind: 'words'; visible: string; hidden: string | null }>
  | Readonly<{ kind: 'frame'; document: string; blocked: number; folded: boolean }>;

export type Theme = 'light' | 'dark' | 'system';

type Place = Readonly<{ workspace: string; theme: Theme }>;

/** The address of a stored file, for people who are signed in. */
export const fileUrl = (workspace: string, id: string): string => `/api/desk/${workspace}/files/${id}`;

/** The body of a message for the page. */
export function messageBody(source: BodySource, place: Place): MessageBody {
  const { text, visibleText, html } = source;
  if (html === null) return textBody(text, visibleText);
  const folded = foldHtml(html, visibleText);
  if (folded === 'mismatch' && isMuchLonger(html, visibleText)) {
    return { kind: 'text', visible: visibleText, hidden: null, hasOriginal: true };
  }
  const visible = folded === null || folded === 'mismatch' ? html : folded.visible;
  const hidden = folded === null || folded === 'mismatch' ? null : folded.hidden;
  if (isOnlyWords(html)) return { kind: 'words', visible, hidden };
  const { document, blocked } = framed({ ...source, html: visible }, { ...place, images: false });
  return { kind: 'frame', document, blocked, folded: hidden !== null };
}

/** The document for a message's frame with everything in it, on wish with the pictures of other hosts. */
export function wholeDocument(
  { text, html, files }: Omit<BodySource, 'visibleText'>,
  place: Place & Readonly<{ images: boolean }>,
): string {
  const shown = html ?? `<div style="white-space: pre-wrap">${escaped(text)}</div>`;
  return framed({ html: shown, files }, place).document;
}

type Framing = Place & Readonly<{ images: boolean }>;

function framed(
  { html, files }: Readonly<{ html: string } & Pick<BodySource, 'files'>>,
  { workspace, theme, images }: Framing,
) {
  const urls = new Map(files.map(({ id, contentId }) => [contentId, fileUrl(workspace, id)]));
  const inlined = withInlineImages(html, (contentId) => urls.get(contentId) ?? null);
  const quiet = images ? { html: inlined, blocked: 0 } : withRemoteImagesBlocked(inlined);
  const dark = theme === 'system' ? ('system' as const) : theme === 'dark';
  const document = mailFrameDocument(quiet.html, { dark, allowRemoteImages: images });
  return { document, blocked: quiet.blocked };
}

function textBody(text: string, visible: string): MessageBody {
  if (visible === '') return { kind: 'text', visible: text, hidden: null, hasOriginal: false };
  const hidden = text.startsWith(visible) ? text.slice(visible.length).trim() : text.trim();
  const more = hidden !== '' && hidden !== visible.trim();
  return { kind: 'text', visible, hidden: more ? hidden : null, hasOriginal: false };
}

const WORDS_ONLY =
  /^<\/?(?:p|br|div|span|b|strong|i|em|u|s|del|a|ul|ol|li|blockquote|code|pre|h[1-6]|hr)(?: (?:href|dir|lang|target|rel|data-mention)="[^"]*")*\s*\/?>$/;

/** True for HTML without pictures, tables or looks of its own: the page's own type sets it. */
const isOnlyWords = (html: string): boolean =>
  (html.match(/<[^<>]*>/g) ?? []).every((tag) => WORDS_ONLY.test(tag));

/** A quote of some length would be shown, since the place to cut cannot be told. */
const isMuchLonger = (html: string, visibleText: string): boolean =>
  html.replace(/<[^<>]*>/g, '').trim().length > visibleText.length * 1.5 + 200;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
