import { isUndecodable } from './content';
import type { MimePart } from './parts';

/** The parts of a message as a reader meets them (RFC 8621 §4.1.4). */
export type MessageBody = Readonly<{
  text: readonly MimePart[];
  html: readonly MimePart[];
  /** Everything else, in the order of the mail; inline pictures among them. */
  files: readonly MimePart[];
}>;

type Lists = { text: MimePart[]; html: MimePart[]; files: MimePart[] };
type Place = Readonly<{ parent: string; inAlternative: boolean; wants: { text: boolean; html: boolean } }>;

/**
 * Sorts the tree into text, HTML and files by the algorithm of RFC 8621 §4.1.4. Pictures, sound and film are always
 * files, also where they stand between two texts. A part that was cut off is a file; it is also the text where nothing
 * else can be read.
 */
export function sortBody(root: MimePart): MessageBody {
  const lists: Lists = { text: [], html: [], files: [] };
  const place = { parent: 'multipart/mixed', inAlternative: false, wants: { text: true, html: true } };
  sortParts(root.children.length > 0 ? root.children : [root], inside(place, root), lists);
  if (lists.text.length + lists.html.length > 0) return lists;
  const torn = lists.files.filter((part) => (part.torn || isUndecodable(part)) && isBodyText(part));
  return { text: torn, html: torn.filter((part) => part.type === 'text/html'), files: lists.files };
}

function inside(place: Place, part: MimePart): Place {
  if (!part.type.startsWith('multipart/')) return place;
  const inAlternative = place.inAlternative || part.type === 'multipart/alternative';
  return { parent: part.type, inAlternative, wants: { ...place.wants } };
}

function sortParts(parts: readonly MimePart[], place: Place, lists: Lists): void {
  const textBefore = lists.text.length;
  const htmlBefore = lists.html.length;
  for (const [index, part] of parts.entries()) {
    if (part.children.length > 0) sortParts(part.children, inside(place, part), lists);
    else sortLeaf(part, { ...place, first: index === 0 }, lists);
  }
  if (place.parent === 'multipart/alternative' && place.wants.text && place.wants.html) {
    fillGap(lists, textBefore, htmlBefore);
  }
}

/** Forms of the HTML for other programs, which no reader would open. */
const REPEATS = new Set(['text/x-amp-html', 'text/watch-html']);

/** An alternative with only one of the two serves both. */
function fillGap(lists: Lists, textBefore: number, htmlBefore: number): void {
  const texts = lists.text.slice(textBefore);
  const htmls = lists.html.slice(htmlBefore);
  if (texts.length === 0) lists.text.push(...htmls);
  if (htmls.length === 0) lists.html.push(...texts);
}

function sortLeaf(part: MimePart, place: Place & { first: boolean }, lists: Lists): void {
  if ((part.type.startsWith('multipart/') && !part.torn) || REPEATS.has(part.type)) return;
  if (!isInline(part, place) || isMedia(part)) lists.files.push(part);
  else if (place.parent === 'multipart/alternative')
    lists[part.type === 'text/html' ? 'html' : 'text'].push(part);
  else sortText(part, place, lists);
}

/** Inside an alternative, but not directly: the text then belongs to one of the two sides only. */
function sortText(part: MimePart, place: Place, lists: Lists): void {
  if (place.inAlternative) place.wants[part.type === 'text/html' ? 'text' : 'html'] = false;
  if (place.wants.text) lists.text.push(part);
  if (place.wants.html) lists.html.push(part);
}

/** Whether the part is to be read in place rather than opened as a file. */
function isInline(part: MimePart, place: Place & { first: boolean }): boolean {
  if (part.torn || isUndecodable(part) || part.disposition.value === 'attachment') return false;
  const media = isMedia(part);
  if (!media && part.type !== 'text/plain' && part.type !== 'text/html') return false;
  return place.first || (place.parent !== 'multipart/related' && (media || fileName(part) === ''));
}

function isMedia(part: MimePart): boolean {
  return /^(?:image|audio|video)\//.test(part.type);
}

/** A broken multipart holds text as a rule; other torn types do not. */
function isBodyText(part: MimePart): boolean {
  return /^(?:text\/|multipart\/)/.test(part.type);
}

/** The file name that the sender gave, or an empty string; `filename` of the disposition comes before `name`. */
export function fileName(part: MimePart): string {
  const name = part.disposition.parameters.get('filename') ?? part.contentType.parameters.get('name') ?? '';
  return [...name]
    .filter((char) => char >= ' ' && char !== '\u007f')
    .join('')
    .trim();
}
