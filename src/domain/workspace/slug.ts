const LONGEST = 40;

/** First parts of addresses that the product itself uses, now or by plan. */
const RESERVED: readonly string[] = [
  'admin',
  'api',
  'app',
  'assets',
  'desk',
  'favicon',
  'health',
  'help',
  'icon',
  'invitation',
  'manifest',
  'me',
  'new',
  'public',
  'reset',
  'robots',
  'setup',
  'sign-in',
  'sign-out',
  'sitemap',
  'static',
  'survey',
  'widget',
];

/** True when it can stand in an address as the name of a workspace: 2–40 lower-case letters, digits and inner hyphens. */
export function isSlug(slug: string): boolean {
  return slug.length <= LONGEST && /^[a-z0-9](?:-?[a-z0-9])+$/.test(slug) && !RESERVED.includes(slug);
}

/** A name as it may stand in an address: without accents, in lower case, hyphens between words. May be empty. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return RESERVED.includes(plain) ? `${plain}-desk` : plain;
}
