import { PictureNode } from '@/ui/picture-node';
import { TABLE_NODES } from '@/ui/table-nodes';
import { shownPicture } from '../uploaded-picture';

const OWN_FILES = /\/api\/knowledge\/files\/[\w/-]+/;

/**
 * Pictures of articles, which become files of the message, those that a message already carries, and uploads of its writer (see
 * `uploadedPicture`); nothing of other sites.
 */
const CarriedPicture = PictureNode.extend<Readonly<{ workspace: string }>>({
  addOptions: () => ({ workspace: '' }),
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
  addNodeView() {
    const { workspace } = this.options;
    return ({ node: { attrs } }) => {
      const dom = document.createElement('img');
      dom.src = shownPicture(workspace, String(attrs['src'] ?? ''));
      dom.alt = String(attrs['alt'] ?? '');
      if (attrs['width']) dom.width = Number(attrs['width']);
      return { dom };
    };
  },
});

/** Mail programs draw no lines around cells of their own accord. */
const LINES = { border: '1', cellpadding: '6', cellspacing: '0', style: 'border-collapse:collapse' };

const TABLES = TABLE_NODES.map((node) =>
  node.name === 'table' ? node.extend({ renderHTML: () => ['table', LINES, ['tbody', 0]] }) : node,
);

/** What an answer may hold besides text: pictures, as members of this workspace see them, and tables. */
export const answerNodes = (workspace: string) => [CarriedPicture.configure({ workspace }), ...TABLES];
