import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { Extension } from '@tiptap/react';

const PLACE = /\{\{[^{}]*\}\}/g;

type Place = Readonly<{ from: number; to: number }>;

/** Every `{{…}}` of a document, in its order. */
function placesIn(doc: Node): readonly Place[] {
  const places: Place[] = [];
  doc.descendants((node, position) => {
    for (const match of node.text?.matchAll(PLACE) ?? []) {
      const from = position + match.index;
      places.push({ from, to: from + match[0].length });
    }
  });
  return places;
}

/** The first place at or after a position that is still to be filled. */
export const nextPlace = (doc: Node, after: number): Place | null =>
  placesIn(doc).find(({ from }) => from >= after) ?? null;

/** Marks every `{{…}}` in an editor, so that nobody overlooks what is still to be filled. */
export const OpenPlaces = Extension.create({
  name: 'openPlaces',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          DecorationSet.create(
            doc,
            placesIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: 'open-place' })),
          ),
      },
    }),
  ],
});
