import { createElement, type ReactNode } from 'react';
import { type ArticleNode, articleTree } from '../article-tree';

type Props = Readonly<{
  /** As `cleanArticleHtml` made it. */
  html: string;
  className?: string;
}>;

/** An article as its readers see it. */
export function ArticleBody({ html, className = '' }: Props) {
  return <div className={`article-text ${className}`}>{nodes(articleTree(html))}</div>;
}

const nodes = (tree: readonly ArticleNode[]): ReactNode[] => tree.map(node);

function node(part: ArticleNode, index: number): ReactNode {
  if (typeof part === 'string') return part;
  const { name, attributes, children } = part;
  if (name === 'img') return <Picture key={index} attributes={attributes} isFirst={index === 0} />;
  const { colspan, rowspan, start, ...rest } = attributes;
  const spans = {
    ...(colspan && { colSpan: Number(colspan) }),
    ...(rowspan && { rowSpan: Number(rowspan) }),
    ...(start && { start: Number(start) }),
  };
  const away = name === 'a' && /^https?:/.test(rest['href'] ?? '') ? { rel: 'noopener nofollow' } : {};
  const kind = rest['data-callout'] ? { role: 'note' } : {};
  const inner = children.length > 0 ? nodes(children) : [];
  return createElement(name, { key: index, ...rest, ...spans, ...away, ...kind }, ...inner);
}

const WIDTHS = [480, 960, 1600];

type PictureProps = Readonly<{ attributes: Readonly<Record<string, string>>; isFirst: boolean }>;

/** A picture in the width that the screen needs; its place is kept before it has come, and those below wait to be seen. */
function Picture({ attributes, isFirst }: PictureProps) {
  const { src = '', alt = '', width, height } = attributes;
  const whole = Number(width ?? 0);
  const widths = WIDTHS.filter((each) => whole === 0 || each < whole);
  return createElement('img', {
    src,
    alt,
    ...(width && { width: Number(width) }),
    ...(height && { height: Number(height) }),
    ...(widths.length > 0 && {
      srcSet: [
        ...widths.map((each) => `${src}?w=${each} ${each}w`),
        ...(whole > 0 ? [`${src} ${whole}w`] : []),
      ].join(', '),
      sizes: '(min-width: 48rem) 44rem, 100vw',
    }),
    decoding: 'async',
    loading: isFirst ? 'eager' : 'lazy',
  });
}
