import { Schema } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { writtenText } from '@/features/tone/ui/written-text';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    blockquote: { group: 'block', content: 'block+' },
    codeBlock: { group: 'block', content: 'text*' },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: { bold: {} },
});
const text = (words: string, bold = false) => schema.text(words, bold ? [schema.mark('bold')] : []);
const block = (type: string, ...content: Parameters<typeof schema.node>[2][]) =>
  schema.node(type, null, content as never);

describe('the text that a writer typed', () => {
  const doc = block(
    'doc',
    block('paragraph', text('Hello '), text('Anna', true)),
    block('blockquote', block('paragraph', text('your words'))),
    block('paragraph', text('one'), schema.node('hardBreak'), text('two')),
    block('codeBlock', text('rm -rf')),
  );
  const { text: own, positionOf } = writtenText(doc);

  it('has a line for each block and break, and neither quotes nor code', () => {
    expect(own).toBe('Hello Anna\none\ntwo');
  });

  it('is found again in the document, also across marks and quotes', () => {
    for (const word of ['Hello', 'Anna', 'one', 'two']) {
      const start = own.indexOf(word);
      expect(doc.textBetween(positionOf(start), positionOf(start + word.length - 1) + 1)).toBe(word);
    }
  });
});
