import { request } from 'node:http';
import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

/** Whole pages as the browser asks for them, signed in, one client: milliseconds until the last byte. */
export async function measurePages({
  product,
  times,
}: Readonly<{ product: Product; times: number }>): Promise<Figures[]> {
  const { slug, longTicket } = product.seeded;
  const pages = [
    ['List, all open, first page (50 rows)', `/${slug}/desk?view=open`],
    ['List, my tickets, first page', `/${slug}/desk?view=mine`],
    ['Ticket of 50 messages', `/${slug}/desk/tickets/${longTicket}`],
  ] as const;
  const figures: Figures[] = [];
  for (const [name, path] of pages) {
    const took = await timesOf(() => page(product, path), { times, warm: 20 });
    figures.push(figuresOf(name, took, { target: 'p95 ≤ 50 ms' }));
  }
  return [...figures, await scriptWeight(product, `/${slug}/desk?view=open`)];
}

/** The page at a path of the product, whole, as the agent of the bench. */
export async function page({ base, cookie }: Product, path: string): Promise<string> {
  const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** Kilobytes of script that a first visit to the page brings over the wire, compressed as the server does. */
async function scriptWeight(product: Product, path: string): Promise<Figures> {
  const html = await page(product, path);
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"/g)].map(([, source]) => source),
  );
  let bytes = 0;
  for (const source of sources) bytes += await wireBytes(new URL(source ?? '', product.base));
  return figuresOf(`Script of the desk's first load (${sources.size} files)`, [bytes / 1024], {
    unit: 'KB',
    target: '≤ 300 KB',
  });
}

function wireBytes(url: URL): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => done(bytes));
    });
    asked.on('error', fail);
    asked.end();
  });
}
