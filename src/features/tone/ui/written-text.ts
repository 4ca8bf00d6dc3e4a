import type { Node } from '@tiptap/pm/model';

/** The writer's own text of a document, and where each of its characters stands there. */
export type WrittenText = Readonly<{
  text: string;
  /** Position in the document of an offset in the text. */
  positionOf: (offset: number) => number;
}>;

/** What others wrote and what machines read is not the writer's tone. */
const NOT_OWN = new Set(['blockquote', 'codeBlock']);

/** Reads a document as the plain text that its writer typed; quotes and code are left out, blocks end with a line. */
export function writtenText(doc: Node): WrittenText {
  const parts: string[] = [];
  const places: Readonly<{ offset: number; position: number }>[] = [];
  let length = 0;
  const add = (text: string, position: number) => {
    places.push({ offset: length, position });
    parts.push(text);
    length += text.length;
  };
  doc.descendants((node, position) => {
    if (NOT_OWN.has(node.type.name)) return false;
    if (node.isTextblock && length > 0) add('\n', position);
    if (node.isText) add(node.text ?? '', position);
    if (node.type.name === 'hardBreak') add('\n', position);
    return true;
  });
  return {
    text: parts.join(''),
    positionOf: (offset) => {
      const place = places.findLast((each) => each.offset <= offset);
      return place ? place.position + offset - place.offset : 0;
    },
  };
}
