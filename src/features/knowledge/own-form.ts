/**
 * True for a form that one of our own pages sent: browsers say from where a request comes (Sec-Fetch-Site), older ones name the
 * page's origin. A request that says neither comes from no page of somebody else.
 */
export function isOwnForm(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  return (
    URL.canParse(origin) && new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
  );
}
