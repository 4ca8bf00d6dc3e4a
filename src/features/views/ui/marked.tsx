import { markWords } from '../mark-words';

/** A text in which the words that were searched for are marked. */
export function Marked({ text, words }: Readonly<{ text: string; words: readonly string[] }>) {
  if (words.length === 0) return text;
  return markWords(text, words).map(({ part, at, marked }) =>
    marked ? (
      <mark key={at} className="rounded-sm bg-warning-soft text-warning-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
