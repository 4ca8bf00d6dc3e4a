import { PictureNode } from '@/ui/picture-node';
import { TABLE_NODES } from '@/ui/table-nodes';

const OWN_FILES = /\/api\/knowledge\/files\/[\w/-]+/;

/** Pictures of articles, which become files of the message, and those that a message already carries; nothing of other sites. */
const CarriedPicture = PictureNode.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      src: {
        default: null,
        parseHTML: (element: HTMLElement) => {
          const source = element.getAttribute('src') ?? '';
          return OWN_FILES.exec(source)?.[0] ?? source;
        },
      },
    };
  },
  parseHTML: () => [{ tag: 'img[src*="/api/knowledge/files/"]' }, { tag: 'img[src^="cid:"]' }],
});

/** Mail programs draw no lines around cells of their own accord. */
const LINES = { border: '1', cellpadding: '6', cellspacing: '0', style: 'border-collapse:collapse' };

/** What an article brings into an answer besides text. */
export const ARTICLE_NODES = [
  CarriedPicture,
  ...TABLE_NODES.map((node) =>
    node.name === 'table' ? node.extend({ renderHTML: () => ['table', LINES, ['tbody', 0]] }) : node,
  ),
];
