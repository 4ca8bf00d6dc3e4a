import type { EditorState } from '@tiptap/pm/state';

/** What opens a list: ready texts, or people and teams. */
export type Sign = ';' | '@';

/** A sign at the beginning of a word with what was typed after it, as long as the caret stands behind it. */
export type Trigger = Readonly<{ from: number; to: number; typed: string }>;

/** A name may be of two words. */
const TYPED: Readonly<Record<Sign, RegExp>> = {
  ';': /(?:^|\s);([^\s;]{0,40})$/,
  '@': /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/,
};

/** Finds the trigger before the caret; null when there is none. */
export function triggerIn({ selection }: EditorState, sign: Sign): Trigger | null {
  const { $from, empty, from: caret } = selection;
  if (!(empty && $from.parent.isTextblock) || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 90),
    $from.parentOffset,
    '\n',
    '￼',
  );
  const typed = TYPED[sign].exec(before)?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, to: caret, typed };
}
