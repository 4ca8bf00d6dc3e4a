import { Marked } from 'marked';
import TurndownService from 'turndown';

/** The callouts of articles and those of GitHub's Markdown, which its readers know. */
const ALERTS = { info: 'NOTE', tip: 'TIP', warning: 'WARNING' } as const;
const KIND_OF: Readonly<Record<string, string>> = { NOTE: 'info', TIP: 'tip', WARNING: 'warning' };
const ALERT = /^<p>\[!(NOTE|TIP|WARNING)\](?:<br>)?\s*/;

/** The text of an article as Markdown. What Markdown cannot say, such as widths of pictures, is left out. */
export const markdownOfHtml = (html: string): string => converter().turndown(html);

/** The HTML of a Markdown text, still to be cleaned. */
export const htmlOfMarkdown = (markdown: string): string =>
  reader.parse(markdown, { async: false, gfm: true });

const reader = new Marked({
  renderer: {
    blockquote({ tokens }) {
      const body = this.parser.parse(tokens);
      const kind = KIND_OF[ALERT.exec(body)?.[1] ?? ''];
      return kind
        ? `<div data-callout="${kind}"><p>${body.replace(ALERT, '')}</div>`.replace('<p></p>', '')
        : `<blockquote>\n${body}</blockquote>\n`;
    },
  },
});

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
  });
  service.addRule('table', { filter: 'table', replacement: (_, node) => `\n\n${tableOf(node)}\n\n` });
  service.addRule('callout', {
    filter: (node) => node.nodeName === 'DIV' && node.hasAttribute('data-callout'),
    replacement: (content, node) => {
      const kind = (node as HTMLElement).getAttribute('data-callout') as keyof typeof ALERTS;
      return `\n\n> [!${ALERTS[kind] ?? ALERTS.info}]\n> ${content.trim().replaceAll('\n', '\n> ')}\n\n`;
    },
  });
  return service;
}

/** Markdown of GitHub's kind: a head line, a ruler, and a line for each row. */
function tableOf(node: Node): string {
  const rows = Array.from((node as HTMLTableElement).querySelectorAll('tr'), (row) =>
    Array.from(row.querySelectorAll('th,td'), (cell) =>
      (cell.textContent ?? '').trim().replace(/\s+/g, ' ').replaceAll('|', '\\|'),
    ),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
