import { searchTickets } from '@/features/search/queries';
import { staffOf } from './agents';
import { RARE } from './bulk-seed';
import { type Figures, figuresOf, timesOf } from './figures';
import { page } from './pages';
import type { Product } from './product';

const WORDS = [
  ['a common word', 'order'],
  ['two common words', 'order parcel'],
  ['a rare word', RARE],
  ['a misspelt word', 'zirconiun'],
  ['a word without its accents', 'szallitas'],
  ['a word in another form', 'számlával'],
  ['a word that nobody wrote', 'xylophones'],
] as const;

/** Searches of tickets, by the product's own query and as the page that a browser asks for. */
export async function measureSearch({
  product,
  times,
}: Readonly<{ product: Product; times: number }>): Promise<Figures[]> {
  const ctx = await staffOf(product);
  const figures: Figures[] = [];
  for (const [what, q] of WORDS) {
    const { hits } = await searchTickets(ctx, { q, limit: 30 });
    if (hits.length === 0 && q !== 'xylophones') throw new Error(`nothing is found by ${q}`);
    const took = await timesOf(() => searchTickets(ctx, { q, limit: 30 }), { times });
    figures.push(figuresOf(`Search: ${what}`, took, { target: 'p95 ≤ 150 ms' }));
  }
  const path = `/${product.seeded.slug}/desk?q=order`;
  const took = await timesOf(() => page(product, path), { times });
  return [...figures, figuresOf('Search: the page of a common word', took, { target: 'p95 ≤ 150 ms' })];
}
