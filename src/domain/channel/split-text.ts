/** How long one piece may be, and in what it is counted. */
export type TextLimit = Readonly<{ text: number; unit: 'characters' | 'bytes' }>;

const encoder = new TextEncoder();

/**
 * A text in pieces that a channel takes in one message each: cut between paragraphs where that leaves no tiny piece, else
 * between sentences, else between words, and within a word only where one alone is too long. No letter is cut in two.
 */
export function splitText(text: string, limit: TextLimit): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (lengthOf(rest, limit.unit) > limit.text) {
    const room = fitting(rest, limit);
    const cut = cutWithin(room);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** How long a text is, as the channel counts it. */
export const lengthOf = (text: string, unit: TextLimit['unit']): number =>
  unit === 'bytes' ? encoder.encode(text).byteLength : text.length;

/** The longest beginning within the limit that ends between two letters as people see them. */
function fitting(text: string, limit: TextLimit): string {
  const head = text.slice(0, limit.text + 1);
  let used = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(head)) {
    used += lengthOf(segment, limit.unit);
    if (used > limit.text) break;
    end = index + segment.length;
  }
  return text.slice(0, Math.max(end, 1));
}

const SMALLEST_SHARE = 0.4;
const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g] as const;

function cutWithin(room: string): number {
  const least = room.length * SMALLEST_SHARE;
  for (const pattern of BREAKS) {
    const last = [...room.matchAll(pattern)].at(-1);
    const at = last ? last.index + last[0].length : 0;
    if (at > least) return at;
  }
  return room.length;
}
