/** HTML as a tree: texts, and elements with the few attributes that words need. */
export type WordNode =
  | string
  | Readonly<{
      name: string;
      attributes: Readonly<Record<string, string>>;
      children: readonly WordNode[];
    }>;

type Open = { name: string; attributes: Record<string, string>; children: WordNode[] };

const TOKEN = /<[^<>]*>|[^<]+/g;
const VOID = new Set(['br', 'hr', 'img']);
const OWN_FILE = /^\/api\/desk\/[\w-]+\/files\/[0-9a-f-]{36}$/;
const SAFE_LINK = /^(?:https?|mailto|tel):/i;

/**
 * The tree of cleaned HTML that is only words (see `messageBody`), for React to set: nothing of it is ever handed to the
 * browser as markup. Links that are not http, https, mailto or tel lose their address.
 */
export function wordTree(html: string): WordNode[] {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const token of html.match(TOKEN) ?? []) addToken(open, token);
  return root.children;
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
  const name = /^<([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? 'span';
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of tag.matchAll(/ (href|dir|lang|data-mention|src|alt)="([^"]*)"/g)) {
    const plain = decoded(value);
    if (isSafe(key, plain)) attributes[key] = plain;
  }
  return { name, attributes, children: [] };
}

/** Links that lead outside by a known way, and pictures that are our own files. */
function isSafe(key: string, value: string): boolean {
  if (key === 'src') return OWN_FILE.test(value);
  return key !== 'href' || SAFE_LINK.test(value);
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
