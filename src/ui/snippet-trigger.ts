import type { EditorState } from '@tiptap/pm/state';

/** A semicolon at the beginning of a word with what was typed after it, as long as the caret stands behind it. */
export type Trigger = Readonly<{ from: number; to: number; typed: string }>;

const TYPED = /(?:^|\s);([^\s;]{0,40})$/;

/** Finds the trigger before the caret; null when there is none. */
export function triggerIn({ selection }: EditorState): Trigger | null {
  const { $from, empty, from: caret } = selection;
  if (!(empty && $from.parent.isTextblock) || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    '\n',
    '￼',
  );
  const typed = TYPED.exec(before)?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, to: caret, typed };
}
