import { Node } from '@tiptap/react';

export const CALLOUTS = ['info', 'tip', 'warning'] as const;
export type Callout = (typeof CALLOUTS)[number];

/** A box that stands out: a note, a tip, a warning. */
export const CalloutNode = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph | list)+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'info',
      parseHTML: (element) => element.getAttribute('data-callout') ?? 'info',
      renderHTML: ({ kind }) => ({ 'data-callout': kind }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
});
