/** Whom a note speaks to: a person or a team, by id. */
export type Mention = Readonly<{ kind: 'user' | 'team'; id: string }>;

const MENTION =
  /<span(?: [^<>]*)? data-mention="(user|team):([0-9a-f-]{36})"[^<>]*>[^<]*<\/span>|<[^<>]* data-mention="[^"]*"[^<>]*>/g;
const ATTRIBUTE = / data-mention="[^"]*"/g;

/** Whom cleaned HTML mentions (`<span data-mention="user:…">`), each once, in its order. */
export function mentionsIn(html: string): Mention[] {
  const found = [...html.matchAll(MENTION)].flatMap(([, kind, id]) => (kind && id ? [{ kind, id }] : []));
  return distinct(found as Mention[]);
}

/** Each of them once, in their order. */
export const distinct = (mentions: readonly Mention[]): Mention[] => [
  ...new Map(mentions.map((mention) => [keyOf(mention), mention])).values(),
];

/**
 * The same HTML in which every mention bears the name that `nameOf` gives, whatever its writer called it, and nothing else
 * passes for one. A mention without a name becomes plain text.
 */
export function withNames(html: string, nameOf: (mention: Mention) => string | null): string {
  return html.replace(MENTION, (tag, kind: Mention['kind'] | undefined, id: string | undefined) => {
    if (!(kind && id)) return tag.replace(ATTRIBUTE, '');
    const name = nameOf({ kind, id });
    return name === null ? tag.replace(/<[^<>]*>/g, '') : mentionAsHtml({ kind, id }, name);
  });
}

/** A mention as it stands in a note. */
export const mentionAsHtml = ({ kind, id }: Mention, name: string): string =>
  `<span data-mention="${kind}:${id}">@${escaped(name)}</span>`;

/** Mentions as one text, as the history keeps them: `user:… team:…`. */
export const mentionsAsText = (mentions: readonly Mention[]): string => mentions.map(keyOf).join(' ');

/** The mentions of such a text; none for anything else. */
export function mentionsOfText(text: unknown): Mention[] {
  if (typeof text !== 'string') return [];
  return text.split(' ').flatMap((part) => {
    const [kind, id] = part.split(':');
    return id && (kind === 'user' || kind === 'team') ? [{ kind, id }] : [];
  });
}

const keyOf = ({ kind, id }: Mention): string => `${kind}:${id}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
