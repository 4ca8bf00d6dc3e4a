import { Node } from '@tiptap/react';

const WRITTEN = /^(user|team):([0-9a-f-]{36})$/;

/** A person or a team that a note speaks to: one piece, with the id beside the name. */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ to: { default: '' }, name: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: (element: HTMLElement) => {
        const to = element.dataset['mention'] ?? '';
        return WRITTEN.test(to) && { to, name: (element.textContent ?? '').replace(/^@/, '') };
      },
    },
  ],
  renderHTML: ({ node }) => [
    'span',
    { 'data-mention': node.attrs['to'], class: 'mention' },
    `@${node.attrs['name']}`,
  ],
  renderText: ({ node }) => `@${node.attrs['name']}`,
});
