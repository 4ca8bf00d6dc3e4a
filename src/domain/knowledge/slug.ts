import { plain } from '@/domain/search/plain';

const LONGEST = 80;

/** The part of an address that a title becomes: small plain letters, figures and hyphens; `article` when none are left. */
export function slugOf(title: string, otherwise = 'article'): string {
  const words = plain(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut = words.length > LONGEST ? words.slice(0, LONGEST).replace(/-[^-]*$/, '') : words;
  return cut || otherwise;
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
