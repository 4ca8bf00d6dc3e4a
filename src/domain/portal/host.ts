/** A host name of at least two parts, as people write it (RFC 1123 §2.1); without port, in lower case. */
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** What was typed as a host: without scheme, path and port, in lower case; null when it is none that can be proven. */
export function hostFrom(typed: string): string | null {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/, '')
    .replace(/\.$/, '');
  return HOST.test(bare) && !/\.(local|localhost|internal|invalid|test\.invalid)$/.test(bare) ? bare : null;
}

/** The name of the TXT record that proves that a host is the workspace's. */
export const proofName = (host: string): string => `_kalauz.${host}`;

/** True when one of the records says what it must; a record may come in several strings (RFC 7208 §3.3). */
export function isProven(records: readonly (readonly string[])[], proof: string): boolean {
  return records.some((parts) => parts.join('').trim() === proof);
}

/** The host of a request, without its port, in lower case. */
export const hostOf = (header: string | null): string =>
  (header ?? '').trim().toLowerCase().replace(/:\d+$/, '');
