const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as the editor would have written it: a paragraph for each part between empty lines. */
export function plainTextAsHtml(text: string): string {
  const escaped = text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter).replace(/\r\n?/g, '\n');
  return escaped
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
