'use client';

import type { Editor } from '@tiptap/react';
import type { RefObject } from 'react';
import { nextPlace } from './open-places';
import { useSnippets } from './snippets';
import { type Trigger, triggerIn } from './suggestion-trigger';
import { Suggestions } from './suggestions.client';

type Props = Readonly<{
  editor: Editor | null;
  kind: 'reply' | 'note';
  /** Where the editor finds who gets its keys first. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
}>;

/** The ready texts that open at a semicolon in an editor. */
export function SnippetPopup({ editor, kind, keys }: Props) {
  const snippets = useSnippets();
  if (!snippets) return null;
  return (
    <Suggestions
      editor={editor}
      keys={keys}
      sign=";"
      words={snippets.words}
      find={(typed) => snippets.find(kind, typed)}
      onChoose={async ({ id }, place) => {
        const html = await snippets.take(id);
        if (html && editor) insertAt(editor, place, html);
      }}
    />
  );
}

/** Takes the place of what was typed, and selects the first place that is still to be filled. */
function insertAt(editor: Editor, trigger: Trigger, html: string): void {
  const { from, to } = triggerIn(editor.state, ';') ?? trigger;
  editor.chain().focus().deleteRange({ from, to }).insertContent(html).run();
  const place = nextPlace(editor.state.doc, Math.max(0, from - 1));
  if (place) editor.commands.setTextSelection(place);
}
