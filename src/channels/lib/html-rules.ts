import sanitize from 'sanitize-html';
import { safeStyle } from './html-style';

/** More HTML than this is not shown; the raw mail keeps all of it. In UTF-16 units. */
const MAX_LENGTH = 2 * 1024 * 1024;

/** The parser's time grows with length × depth; no mail that a person wrote comes near. */
const MAX_DEPTH = 2000;

/** Browsers flatten at about 512 levels, and what walks the result may recurse. */
const KEPT_DEPTH = 250;

const words = (list: string) => list.split(' ');

const TAGS = words(
  'a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr',
);

/** Boxes that only carry a meaning; without them the lines would run into one another. */
const BLOCKS = new Set(
  words(
    'address article aside body details dir fieldset figcaption figure footer form header main nav section summary',
  ),
);

/** What they hold is no text for a reader. */
const SILENT = words('script style textarea option xmp title template noembed noframes object applet svg');

const NUMBER = /^\d{1,4}(?:px|%)?$/;
const COLOUR = /^#?\w{1,30}$/;
const PROSE = /^.{1,500}$/s;

/** Attribute values that may stay, by name; `href`, `src` and `style` have rules of their own. */
const ATTRIBUTES: readonly (readonly [string, RegExp])[] = [
  ['align', /^(?:left|right|center|justify)$/i],
  ['valign', /^(?:top|middle|bottom|baseline)$/i],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['lang', /^[a-z-]{2,20}$/i],
  ['width', NUMBER],
  ['height', NUMBER],
  ['border', NUMBER],
  ['cellpadding', NUMBER],
  ['cellspacing', NUMBER],
  ['colspan', /^\d{1,2}$/],
  ['rowspan', /^\d{1,2}$/],
  ['bgcolor', COLOUR],
  ['color', COLOUR],
  ['face', /^[\w ,'-]{1,100}$/],
  ['size', /^[+-]?\d{1,2}$/],
  ['start', /^\d{1,5}$/],
  ['type', /^(?:1|a|i|disc|circle|square)$/i],
  ['alt', PROSE],
];

/** By these mail programs mark what they quote. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['id', PROSE],
  ['class', PROSE],
  ['type', /^cite$/i],
];

const LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s]/i;
const IMAGE = /^(?:https?:\/\/|cid:|data:image\/(?:png|jpe?g|gif|webp);base64,)/i;

/** By these a note says whom it speaks to. */
const MENTIONS: readonly (readonly [string, RegExp])[] = [['data-mention', /^(?:user|team):[0-9a-f-]{36}$/]];

const KEPT = {
  looks: ATTRIBUTES,
  marks: [...ATTRIBUTES, ...MARKS],
  mentions: [...MENTIONS, ...ATTRIBUTES],
} as const;

class TooDeep extends Error {}

/**
 * Returns HTML with only text, its looks, links and pictures left, in one spelling: every tag in lower case,
 * every value in double quotes, `<` and `>` only around tags. Linear time. With `marks` it also keeps the ids
 * and classes by which a quotation is recognised; such HTML is for reading, not for showing. With
 * `mentions` it keeps whom a note mentions.
 */
export function sanitised(html: string, keep: keyof typeof KEPT): string {
  const bounded = html.slice(0, MAX_LENGTH);
  try {
    return sanitize(bounded, rules(KEPT[keep]));
  } catch (error) {
    if (error instanceof TooDeep) return bareText(bounded);
    throw error;
  }
}

function rules(attributes: typeof ATTRIBUTES): sanitize.IOptions {
  let depth = 0;
  return {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', ...attributes.map(([name]) => name)],
      a: ['href', 'rel', 'target'],
      img: ['src'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: SILENT,
    nestingLimit: KEPT_DEPTH,
    parseStyleAttributes: false,
    transformTags: { '*': (name, written) => safeTag(name, written, attributes) },
    onOpenTag: () => {
      depth += 1;
      if (depth > MAX_DEPTH) throw new TooDeep();
    },
    onCloseTag: () => {
      depth -= 1;
    },
  };
}

function safeTag(name: string, written: sanitize.Attributes, attributes: typeof ATTRIBUTES): sanitize.Tag {
  const value = (attribute: string) => written[attribute]?.trim() ?? '';
  const looks = attributes.filter(([attribute, rule]) => rule.test(value(attribute)));
  const style = safeStyle(value('style'));
  const attribs: sanitize.Attributes = {
    ...(name === 'img' && IMAGE.test(value('src')) ? { src: value('src') } : {}),
    ...(name === 'a' ? safeLink(value('href')) : {}),
    ...Object.fromEntries(looks.map(([attribute]) => [attribute, value(attribute)])),
    ...(style === '' ? {} : { style }),
  };
  return { tagName: BLOCKS.has(name) ? 'div' : name, attribs };
}

/** A relative address would lead into our own pages: only whole ones stay. */
function safeLink(href: string): sanitize.Attributes {
  return LINK.test(href) ? { href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
}

/** Nesting without end only serves to keep a parser busy: its words are kept, its tags are not. */
function bareText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
