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
      timer = setTimeout(look, PAUSE_MS);
    };
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, help, isLetter, isComplaint, isSolving]);
  return findings;
}
