import { sanitised } from './html-rules';
import { plainTextOf, type TextRules } from './html-text';
import { endAboveRules } from './mail-boundary';
import { visibleText } from './reply-text';

/** Characters of the private use area: no mail program writes them into a mail. */
const ATTRIBUTION_MARK = '\uE000';
const END_MARK = '\uE001';

/** What mail programs put around the mail that they quote. */
const QUOTES = [
  'blockquote.gmail_quote',
  'blockquote[type="cite"]',
  'blockquote.protonmail_quote',
  'div.yahoo_quoted',
  'div.protonmail_quote',
  'div.zmail_extra',
];

/** The line above it that says who wrote it when, or the header of a forwarded mail. */
const ATTRIBUTIONS = ['div.gmail_attr', 'div.moz-cite-prefix'];

/** From these on everything is the mail that is answered. */
const ENDS = [
  '#divRplyFwdMsg',
  '#appendonsend',
  'hr#stopSpelling',
  '#mail-editor-reference-message-container',
  'div.OutlookMessageHeader',
];

const SIGNATURES = [
  '.gmail_signature',
  'div.moz-signature',
  'pre.moz-signature',
  '#ms-outlook-mobile-signature',
];

const RULES: TextRules = {
  selectors: [
    { selector: 'blockquote', format: 'block' },
    ...QUOTES.map((selector) => ({
      selector,
      format: 'blockquote',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: false },
    })),
    ...ATTRIBUTIONS.map((selector) => ({ selector, format: 'attribution' })),
    ...ENDS.map((selector) => ({ selector, format: 'end' })),
    ...SIGNATURES.map((selector) => ({ selector, format: 'skip' })),
  ],
  formatters: {
    attribution: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addInline(ATTRIBUTION_MARK);
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
    end: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addInline(END_MARK);
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
};

/**
 * Returns what the sender of an HTML mail wrote now, by the marks that mail programs leave around what they
 * quote, whatever their language; or null where there are none, or nothing stands before the first one: then
 * `visibleText` of the mail's text is the better answer.
 */
export function visibleTextOfHtml(html: string): string | null {
  const marked = plainTextOf(sanitised(html, 'marks'), RULES);
  const firstMark = marked.search(/[\uE000\uE001]|^>/m);
  if (firstMark === -1 || marked.slice(0, firstMark).trim() === '') return null;
  const lines = marked.split('\n');
  const end = lines.findIndex((line) => line.includes(END_MARK));
  const kept = end === -1 ? lines : lines.slice(0, endAboveRules(lines, end));
  return visibleText(withQuotedAttributions(kept).join('\n'));
}

/** An attribution belongs to the quotation below it; the header of a forwarded mail has none below. */
function withQuotedAttributions(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    if (!line.startsWith(ATTRIBUTION_MARK)) return line;
    const below = lines.slice(at + 1).find((next) => next.trim() !== '') ?? '';
    return `${below.startsWith('>') ? '> ' : ''}${line.slice(1)}`;
  });
}
