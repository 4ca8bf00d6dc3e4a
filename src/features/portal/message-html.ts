import sanitize from 'sanitize-html';

const TAGS = 'p br a ul ol li strong b em i u s code pre blockquote h3 h4 hr'.split(' ');

/**
 * What an agent wrote, as it may stand within a page: words, lists and links, without looks of its own, pictures or anything
 * that reaches out. Give HTML as it is stored, which was cleaned once before.
 */
export function messageHtml(html: string): string {
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      div: 'p',
      a: (tagName, { href = '' }) => ({
        tagName,
        attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
    },
  });
}
