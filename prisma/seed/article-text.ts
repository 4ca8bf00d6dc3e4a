/** Articles by name: the title, the sentence under it, and the text, line by line. */
export type DemoTexts = Readonly<Record<string, string>>;

type Written = Readonly<{ title: string; excerpt: string; html: string }>;

/** An article as its demo text says it: `## heading`, `- list`, `1. list`, `| table |`, `! callout`, and paragraphs. */
export function written(text: string): Written {
  const [title = '', excerpt = '', ...lines] = text.split('\n');
  const blocks: { kind: string; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'p' && kind !== 'h2') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return { title, excerpt, html: blocks.map(htmlOf).join('') };
}

function kindOf(line: string): string {
  if (line.startsWith('## ')) return 'h2';
  if (line.startsWith('- ')) return 'ul';
  if (/^\d+\. /.test(line)) return 'ol';
  if (line.startsWith('| ')) return 'table';
  return line.startsWith('! ') ? 'callout' : 'p';
}

function htmlOf({ kind, lines }: Readonly<{ kind: string; lines: readonly string[] }>): string {
  const bare = lines.map((line) => line.replace(/^(?:## |- |\d+\. |! \w+ )/, ''));
  if (kind === 'ul' || kind === 'ol') {
    return `<${kind}>${bare.map((line) => `<li><p>${line}</p></li>`).join('')}</${kind}>`;
  }
  if (kind === 'table') return `<table><tbody>${lines.map(rowOf).join('')}</tbody></table>`;
  if (kind === 'callout') {
    const name = /^! (\w+)/.exec(lines[0] ?? '')?.[1] ?? 'info';
    return `<div data-callout="${name}">${bare.map((line) => `<p>${line}</p>`).join('')}</div>`;
  }
  return bare.map((line) => `<${kind}>${line}</${kind}>`).join('');
}

function rowOf(line: string, index: number): string {
  const cells = line.split('|').slice(1, -1);
  const tag = index === 0 ? 'th' : 'td';
  return `<tr>${cells.map((cell) => `<${tag}><p>${cell.trim()}</p></${tag}>`).join('')}</tr>`;
}
