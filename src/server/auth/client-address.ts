/**
 * The visitor's IP address, for limits, the list of sessions and the audit log. Of `X-Forwarded-For` only the part that
 * our own proxies wrote is believed: with `proxies` of them, the entry that the outermost one added. Without any proxy
 * the only entry is the one that `trustOnlySockets` wrote. Empty when unknown.
 */
export function clientAddress(headers: Headers, proxies: number): string {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  const found = hops.at(-Math.max(1, proxies)) ?? hops[0] ?? '';
  return found.replace(/^::ffff:(?=\d)/, '').slice(0, 45);
}
