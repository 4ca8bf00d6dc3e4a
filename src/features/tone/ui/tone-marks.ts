import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';

export type MarkedPlace = Readonly<{ from: number; to: number }>;

const KEY = new PluginKey<DecorationSet>('tone');

const plugin = () =>
  new Plugin<DecorationSet>({
    key: KEY,
    state: {
      init: () => DecorationSet.empty,
      apply: (change, marks) => {
        const places: readonly MarkedPlace[] | undefined = change.getMeta(KEY);
        if (!places) return marks.map(change.mapping, change.doc);
        const found = places.map(({ from, to }) => Decoration.inline(from, to, { class: 'tone-mark' }));
        return DecorationSet.create(change.doc, found);
      },
    },
    props: { decorations: (state: EditorState) => KEY.getState(state) },
  });

/** Makes an editor able to show marks; gives what takes that away again. */
export function prepareMarks(editor: Editor): () => void {
  editor.registerPlugin(plugin());
  return () => {
    if (!editor.isDestroyed) editor.unregisterPlugin(KEY);
  };
}

/** Marks these places of the document, and no others; the text stays as it is. */
export function showMarks(editor: Editor, places: readonly MarkedPlace[]): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(KEY, places).setMeta('addToHistory', false));
}
