import sanitize from 'sanitize-html';
import { entryOf } from '@/domain/shared/entry-of';

/** More than this is no article. In UTF-16 units. */
const MAX_LENGTH = 400_000;
const KEPT_DEPTH = 60;

const TAGS =
  'a b blockquote br code div em h2 h3 h4 hr i img li ol p pre s strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  );

/** What other programs write for what we have a word for. */
const RENAMED: Readonly<Record<string, string>> = {
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
  b: 'strong',
  i: 'em',
  strike: 's',
  del: 's',
  kbd: 'code',
  samp: 'code',
  center: 'div',
};

const SILENT = 'script style textarea option xmp title template noembed noframes object applet svg'.split(
  ' ',
);
const LINK =
  /^(?:https?:\/\/[^\s]+|mailto:[^\s]+|tel:[^\s]+|#[\w-]+|\/(?:help|api\/knowledge\/files)\/[\w/-]+(?:#[\w-]+)?)$/i;
const CALLOUTS: readonly string[] = ['info', 'tip', 'warning'];
const SIDE = /^[1-9]\d{0,4}$/;
const SPAN = /^[1-9]\d?$/;

/** A cleaned article, and the addresses of the pictures that could not stay, shortened. */
export type CleanArticle = Readonly<{ html: string; refused: readonly string[] }>;

/**
 * Returns an article with nothing left but text, headings, lists, tables, code, links, callouts, and those pictures that
 * `isOwnPicture` knows: readers' browsers fetch nothing from other hosts. Every tag comes in lower case, every value in double
 * quotes, `<` and `>` only around tags. What lies beyond 400,000 characters is cut.
 */
export function cleanArticleHtml(html: string, isOwnPicture: (source: string) => boolean): CleanArticle {
  const refused: string[] = [];
  const clean = sanitize(html.slice(0, MAX_LENGTH), {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      div: ['data-callout'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: SILENT,
    nestingLimit: KEPT_DEPTH,
    parseStyleAttributes: false,
    transformTags: {
      '*': (name, written) => {
        const source = written['src']?.trim() ?? '';
        if (name === 'img' && !isOwnPicture(source)) refused.push(source.slice(0, 120));
        return { tagName: entryOf(RENAMED, name) ?? name, attribs: attributesOf(name, written) };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !isOwnPicture(attribs['src'] ?? ''),
  });
  return { html: clean.trim(), refused };
}

function attributesOf(name: string, written: sanitize.Attributes): sanitize.Attributes {
  const value = (attribute: string) => written[attribute]?.trim() ?? '';
  switch (name) {
    case 'a':
      return LINK.test(value('href')) ? { href: value('href') } : {};
    case 'img':
      return {
        src: value('src'),
        alt: value('alt').slice(0, 500),
        ...matching(written, ['width', 'height'], SIDE),
      };
    case 'div':
      return CALLOUTS.includes(value('data-callout')) ? { 'data-callout': value('data-callout') } : {};
    case 'td':
    case 'th':
      return matching(written, ['colspan', 'rowspan'], SPAN);
    case 'ol':
      return matching(written, ['start'], SIDE);
    default:
      return {};
  }
}

function matching(
  written: sanitize.Attributes,
  ...[names, rule]: [readonly string[], RegExp]
): sanitize.Attributes {
  const kept = names.filter((name) => rule.test(written[name] ?? ''));
  return Object.fromEntries(kept.map((name) => [name, written[name] ?? '']));
}
