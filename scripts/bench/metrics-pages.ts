import { DIMENSIONS } from '@/domain/metrics/dimensions';
import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

type Days = Readonly<{ from: string; to: string }>;

/** Whole pages of the insights, and answers of the API, as a manager asks for them: milliseconds until the last byte. */
export async function measureInsights(
  product: Product,
  { year, month }: Readonly<{ year: Days; month: Days }>,
): Promise<Figures[]> {
  const board = `/${product.seeded.slug}/insights`;
  const splits: number[] = [];
  const answers: number[] = [];
  for (const by of [...DIMENSIONS, 'hour']) {
    const asked = new URLSearchParams({ by, ...year });
    for (const metric of ['created', 'first_response', 'csat']) {
      const page = `${board}/metrics/${metric}?${asked}`;
      splits.push(...(await timesOf(() => get(product, page), { times: 4, warm: 1 })));
      const answer = `/api/v1/metrics/${metric}/split?${asked}`;
      answers.push(...(await timesOf(() => get(product, answer), { times: 4, warm: 1 })));
    }
  }
  const overview = (days: Days) =>
    timesOf(() => get(product, `${board}?${new URLSearchParams(days)}`), { times: 30, warm: 5 });
  return [
    figuresOf('Page: overview of the year', await overview(year), { target: '≤ 300' }),
    figuresOf('Page: overview of a month', await overview(month), { target: '≤ 300' }),
    figuresOf('Page of a number, split by each dimension', splits, { target: '≤ 1000' }),
    figuresOf('API: a number of the year, split by each dimension', answers, { target: '≤ 1000' }),
  ];
}

async function get({ base, cookie, apiKey }: Product, path: string): Promise<string> {
  const headers = path.startsWith('/api/') ? { authorization: `Bearer ${apiKey}` } : { cookie };
  const answer = await fetch(base + path, { headers, redirect: 'manual' });
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status} ${answer.headers.get('location') ?? ''}`);
  return answer.text();
}
