/**
 * True when a page of this origin may show the chat. `own` is our own origin, from which the framed window asks. A
 * sandboxed frame says `null`, and who may frame it is told to the browser by `frame-ancestors`; programs say nothing.
 */
export function mayAsk(origin: string | null, allowed: readonly string[], own: string): boolean {
  if (!origin || origin === 'null' || origin === own || allowed.length === 0) return true;
  return allowed.some((pattern) => matches(pattern, origin));
}

/** `https://*.example.com` stands for every host below example.com, and for none beside it. */
function matches(pattern: string, origin: string): boolean {
  const [scheme, host] = pattern.toLowerCase().split('://*.');
  if (host === undefined) return pattern.toLowerCase() === origin.toLowerCase();
  const [asked, name] = origin.toLowerCase().split('://');
  return asked === scheme && (name?.endsWith(`.${host}`) ?? false);
}

/** A typed address as an origin, such as `https://shop.example`; null when it is none. */
export function originOf(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\/+$/, '');
  const plain = typed.replace('://*.', '://');
  if (!/^https?:\/\//.test(typed) || !URL.canParse(plain)) return null;
  return new URL(plain).origin === plain ? typed : null;
}
