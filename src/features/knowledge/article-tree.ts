import { freeSlug, slugOf } from '@/domain/knowledge/slug';

/** An article as a tree: texts, and elements with the few attributes that articles have. */
export type ArticleNode =
  | string
  | Readonly<{
      name: string;
      attributes: Readonly<Record<string, string>>;
      children: readonly ArticleNode[];
    }>;

type Open = { name: string; attributes: Record<string, string>; children: ArticleNode[] };

const TOKEN = /<[^<>]*>|[^<]+/g;
const ATTRIBUTE = / (href|src|alt|width|height|colspan|rowspan|start|data-callout)="([^"]*)"/g;
const VOID = new Set(['br', 'hr', 'img']);
const HEADINGS = new Set(['h2', 'h3', 'h4']);

/**
 * The tree of an article that `cleanArticleHtml` made, for React to set: nothing of it is ever handed to the browser as markup.
 * Each heading has an `id` of its own, made of its words.
 */
export function articleTree(html: string): readonly ArticleNode[] {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const token of html.match(TOKEN) ?? []) addToken(open, token);
  nameHeadings(root.children);
  return root.children;
}

/** The headings of the second level, in their order, with the ids that lead to them. */
export function outlineOf(tree: readonly ArticleNode[]): readonly Readonly<{ id: string; text: string }>[] {
  return tree.flatMap((node) =>
    typeof node !== 'string' && node.name === 'h2'
      ? [{ id: node.attributes['id'] ?? '', text: textOf(node) }]
      : [],
  );
}

function addToken(open: Open[], token: string): void {
  const parent = open.at(-1);
  if (!parent) return;
  if (!token.startsWith('<')) {
    parent.children.push(decoded(token));
  } else if (token.startsWith('</')) {
    if (open.length > 1) open.pop();
  } else {
    const element = elementOf(token);
    parent.children.push(element);
    if (!VOID.has(element.name)) open.push(element);
  }
}

function elementOf(tag: string): Open {
  const name = /^<([a-z0-9]+)/.exec(tag)?.[1] ?? 'span';
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of tag.matchAll(ATTRIBUTE)) attributes[key] = decoded(value);
  return { name, attributes, children: [] };
}

/** Headings stand at the top level, where editors put them. */
function nameHeadings(tree: readonly ArticleNode[]): void {
  const taken = new Set<string>();
  for (const node of tree) {
    if (typeof node === 'string' || !HEADINGS.has(node.name)) continue;
    const id = freeSlug(slugOf(textOf(node), 'part'), (candidate) => taken.has(candidate));
    taken.add(id);
    (node as Open).attributes['id'] = id;
  }
}

const textOf = (node: ArticleNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
