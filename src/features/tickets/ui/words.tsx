import { createElement, type ReactNode } from 'react';
import { type WordNode, wordTree } from '../word-tree';

/** Formatted words in the page's own type. Give cleaned HTML that is only words. */
export function Words({ html }: Readonly<{ html: string }>) {
  return <div className="rich-text break-words">{nodes(wordTree(html))}</div>;
}

const nodes = (tree: readonly WordNode[]): ReactNode[] => tree.map(node);

function node(part: WordNode, index: number): ReactNode {
  if (typeof part === 'string') return part;
  const { name, attributes, children } = part;
  const link = name === 'a' ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
  const chip = 'data-mention' in attributes ? { className: 'mention' } : {};
  const shown = /^h[1-6]$/.test(name) ? 'p' : name;
  const heading = shown === name ? {} : { className: 'font-semibold' };
  return createElement(
    shown,
    { key: index, ...attributes, ...link, ...heading, ...chip },
    ...(children.length > 0 ? nodes(children) : []),
  );
}
