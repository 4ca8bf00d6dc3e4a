'use client';

import type { Editor } from '@tiptap/react';
import type { RefObject } from 'react';
import { type Mentioned, useMentions } from './mentions';
import { Suggestions } from './suggestions.client';

type Props = Readonly<{
  editor: Editor | null;
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
}>;

/** The people and teams that open at an @ in a note. */
export function MentionPopup({ editor, keys }: Props) {
  const mentions = useMentions();
  if (!mentions) return null;
  const { words, find } = mentions;
  return (
    <Suggestions
      editor={editor}
      keys={keys}
      sign="@"
      words={words}
      find={async (typed) => (await find(typed)).map((each) => optionOf(each, words.team))}
      onChoose={({ mention: { kind, id, name } }, { from, to }) => {
        const chip = { type: 'mention', attrs: { to: `${kind}:${id}`, name } };
        const content = [chip, { type: 'text', text: ' ' }];
        editor?.chain().focus().deleteRange({ from, to }).insertContent(content).run();
      }}
    />
  );
}

const optionOf = (mention: Mentioned, team: string) => ({
  ...{ id: mention.id, title: mention.name, shortcut: '', mark: null, mention },
  group: mention.kind === 'team' ? team : '',
});
