import sanitize from 'sanitize-html';

const TAGS = 'p br a ul ol li strong b em i u s code pre blockquote h3 h4 hr img'.split(' ');

/**
 * What an agent wrote, as it may stand within a page: words, lists, links and its own pictures, without looks of its own or
 * anything that reaches out. Give HTML as it is stored, which was cleaned once before, and where the file of a Content-ID is
 * found; pictures without one are left out.
 */
export function messageHtml(html: string, pictureAt: (contentId: string) => string | null): string {
  const sourceOf = (source: string) => (source.startsWith('cid:') ? pictureAt(source.slice(4)) : null);
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'rel', 'target'], img: ['src', 'alt', 'width', 'loading'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      div: 'p',
      img: (tagName, { src = '', alt = '', width = '' }) => ({
        tagName,
        attribs: {
          src: sourceOf(src) ?? '',
          alt,
          loading: 'lazy',
          ...(/^\d{1,4}$/.test(width) && { width }),
        },
      }),
      a: (tagName, { href = '' }) => ({
        tagName,
        attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
    },
  });
}
