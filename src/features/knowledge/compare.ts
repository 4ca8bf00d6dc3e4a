import { diffWordsWithSpace } from 'diff';
import { htmlToText } from '@/channels/lib/html';

/** A piece of a comparison: what stayed, what came, what went. */
export type WordChange = Readonly<{ kind: 'same' | 'added' | 'removed'; text: string }>;

/** What lies beyond is not compared. */
const LONGEST = 60_000;
const MOST_MILLISECONDS = 2000;

/** What a reader would see change from one text to the other, word by word; give HTML or plain text. */
export function compareTexts(from: string, to: string): readonly WordChange[] {
  const [before, after] = [readable(from), readable(to)];
  const changes = diffWordsWithSpace(before, after, { timeout: MOST_MILLISECONDS });
  if (changes) return changes.map((change) => ({ kind: kindOf(change), text: change.value }));
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

const readable = (html: string) => (/<[a-z]/i.test(html) ? htmlToText(html) : html).slice(0, LONGEST);

function kindOf({ added, removed }: Readonly<{ added: boolean; removed: boolean }>): WordChange['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}
