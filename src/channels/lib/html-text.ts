import {
  type FormatCallback,
  type HtmlToTextOptions,
  htmlToText,
  type SelectorDefinition,
} from 'html-to-text';

const QUIET: SelectorDefinition[] = [
  { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ['<', '>'] } },
  { selector: 'img', format: 'skip' },
  { selector: 'style', format: 'skip' },
  { selector: 'script', format: 'skip' },
  { selector: 'title', format: 'skip' },
  { selector: '[style*="display: none"]', format: 'skip' },
  { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: false } },
  { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: 'td', format: 'cell' },
  { selector: 'th', format: 'cell' },
  { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({ selector: `h${level}`, options: { uppercase: false } })),
];

export type TextRules = Readonly<{
  selectors: readonly SelectorDefinition[];
  formatters: Readonly<Record<string, FormatCallback>>;
}>;

/**
 * Returns HTML as plain text, unwrapped, paragraphs apart by one empty line. Give HTML
 * that `sanitised` made; `rules` come on top of ours.
 */
export function plainTextOf(html: string, rules: TextRules = { selectors: [], formatters: {} }): string {
  const options: HtmlToTextOptions = {
    wordwrap: false,
    limits: { maxDepth: 300, ellipsis: '' },
    selectors: [...QUIET, ...rules.selectors],
    formatters: { cell: formatCell, ...rules.formatters },
  };
  return tidy(htmlToText(html, options));
}

/** A layout table is read cell by cell; what stands beside each other is parted by a space. */
const formatCell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
