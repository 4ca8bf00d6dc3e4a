import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { checkTone } from '@/domain/tone/check-tone';
import type { ToneFacts, ToneFinding } from '@/domain/tone/finding';
import type { ToneHelp } from '../queries';
import { writtenText } from './written-text';

/** Nobody is spoken to in the middle of a word. */
const PAUSE_MS = 400;

/** What could be said better in the editor, a moment after the last key. */
export function useFindings(
  editor: Editor,
  help: ToneHelp | null,
  { isLetter, isComplaint, isSolving }: ToneFacts,
): readonly ToneFinding[] {
  const [findings, setFindings] = useState<readonly ToneFinding[]>([]);
  useEffect(() => {
    if (!help) return;
    const facts = { isLetter, isComplaint, isSolving };
    const look = () => {
      if (!editor.isDestroyed)
        setFindings(checkTone({ text: writtenText(editor.state.doc).text, ...help, facts }));
    };
    let timer = setTimeout(look, 0);
    const later = () => {
      clearTimeout(timer);
      // A change from the helper's own window is no typing: what it shows must fit the text at once.
      timer = setTimeout(look, editor.isFocused ? PAUSE_MS : 0);
    };
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, help, isLetter, isComplaint, isSolving]);
  return findings;
}
