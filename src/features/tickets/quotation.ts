/** What somebody said, to be answered word by word. */
export type Quotation = Readonly<{
  author: string /** When it was said, in the words of its reader. */;
  at: string;
  text: string;
}>;

/** A quoted passage as HTML for an answer, with an empty line below it to write on. Lines and paragraphs stay as they are. */
export function quotationHtml({ author, at, text }: Quotation): string {
  const said = text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`);
  return `<blockquote><p><strong>${escaped(author)}</strong> · ${escaped(at)}</p>${said.join('')}</blockquote><p></p>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
