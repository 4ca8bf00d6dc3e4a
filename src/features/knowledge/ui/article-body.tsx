import { createElement, type ReactNode } from 'react';
import { type ArticleNode, articleTree } from '../article-tree';

type Props = Readonly<{
  /** As `cleanArticleHtml` made it. */
  html: string;
  className?: string;
}>;

/** An article as its readers see it. */
export function ArticleBody({ html, className = '' }: Props) {
  const tree = articleTree(html);
  return <div className={`article-text ${className}`}>{nodes(tree, firstPicture(tree))}</div>;
}

const nodes = (tree: readonly ArticleNode[], first: ArticleNode | undefined): ReactNode[] =>
  tree.map((part, index) => node(part, { index, first }));

type Place = Readonly<{ index: number; first: ArticleNode | undefined }>;

function node(part: ArticleNode, { index, first }: Place): ReactNode {
  if (typeof part === 'string') return part;
  const { name, attributes, children } = part;
  if (name === 'img') return <Picture key={index} attributes={attributes} isFirst={part === first} />;
  const { colspan, rowspan, start, ...rest } = attributes;
  const spans = {
    ...(colspan && { colSpan: Number(colspan) }),
    ...(rowspan && { rowSpan: Number(rowspan) }),
    ...(start && { start: Number(start) }),
  };
  const away = name === 'a' && /^https?:/.test(rest['href'] ?? '') ? { rel: 'noopener nofollow' } : {};
  const kind = rest['data-callout'] ? { role: 'note' } : {};
  const inner = children.length > 0 ? nodes(children, first) : [];
  return createElement(name, { key: index, ...rest, ...spans, ...away, ...kind }, ...inner);
}

/** The first picture of a text: the largest that a reader sees before they scroll, as a rule. */
function firstPicture(tree: readonly ArticleNode[]): ArticleNode | undefined {
  for (const part of tree) {
    if (typeof part === 'string') continue;
    const found = part.name === 'img' ? part : firstPicture(part.children);
    if (found) return found;
  }
  return undefined;
}

const WIDTHS = [480, 960, 1600];

type PictureProps = Readonly<{ attributes: Readonly<Record<string, string>>; isFirst: boolean }>;

/**
 * A picture in the width that the screen needs, in the smaller format that we make of it; its place is kept before it has come. The first
 * one comes before anything else, and those below wait to be seen.
 */
function Picture({ attributes, isFirst }: PictureProps) {
  const { src = '', alt = '', width, height } = attributes;
  const whole = Number(width ?? 0);
  const narrower = WIDTHS.filter((each) => whole === 0 || each < whole);
  const asWide = WIDTHS.find((each) => each >= whole);
  const full = asWide ? `${src}?w=${asWide}` : src;
  return createElement('img', {
    src: whole > 0 ? full : src,
    alt,
    ...(width && { width: Number(width) }),
    ...(height && { height: Number(height) }),
    ...(narrower.length > 0 && {
      srcSet: [
        ...narrower.map((each) => `${src}?w=${each} ${each}w`),
        ...(whole > 0 ? [`${full} ${whole}w`] : []),
      ].join(', '),
      sizes: '(min-width: 48rem) 44rem, 100vw',
    }),
    decoding: 'async',
    loading: isFirst ? 'eager' : 'lazy',
    ...(isFirst && { fetchPriority: 'high' }),
  });
}
