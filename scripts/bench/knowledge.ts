import { request } from 'node:http';
import type pg from 'pg';
import { createArticle } from '@/features/knowledge/commands/create-article';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { createArticleInput, stepInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type Figures, figuresOf, timesOf } from './figures';
import { measureLargestPaint } from './largest-paint';
import { paintedPages } from './painted-pages';
import type { Product } from './product';

const AT_ONCE = 16;
const SECONDS = 10;
const ARTICLES = 200;

/**
 * Articles of the help centre as readers get them: how many a second from what is kept, and how long one takes alone; and when
 * a slow phone has painted each kind of page that people come to first.
 */
export async function measureKnowledge({
  product,
  client,
}: Readonly<{ product: Product; client: pg.Client }>): Promise<Figures[]> {
  const ctx = await contextOf(product, client);
  const paths = await published(product, ctx);
  const timed = await timesOf((index) => read(product, paths[index % paths.length] ?? ''), {
    times: 200,
    warm: paths.length,
  });
  const rates: number[] = [];
  for (let second = 0; second < SECONDS; second++) rates.push(await rateOfOneSecond(product, paths));
  const painted = await measureLargestPaint(await paintedPages(product, ctx));
  return [
    ...painted,
    figuresOf('Article of the help centre, kept', timed, { target: 'p95 ≤ 50 ms' }),
    figuresOf(`Article views a second, ${AT_ONCE} readers`, rates, { unit: '/s', target: '≥ 200 /s' }),
  ];
}

async function contextOf({ seeded }: Product, client: pg.Client): Promise<StaffContext> {
  const { rows } = await client.query<{ id: string; userId: string }>(
    `select w.id, m."userId" from "Workspace" w join "Membership" m on m."workspaceId" = w.id
     where w.slug = $1 order by m.role limit 1`,
    [seeded.slug],
  );
  const [row] = rows;
  if (!row) throw new Error('the bench has no member');
  const actor = {
    kind: 'user',
    id: row.userId,
    name: 'Bench',
    role: 'owner',
    scope: 'all',
    teamIds: [],
  } as const;
  return { workspaceId: row.id, actor, db: database(), now: () => new Date(), newId };
}

async function published({ seeded }: Product, ctx: StaffContext): Promise<string[]> {
  const html = '<h2>Steps</h2><p>Unplug the machine, let it cool, and fill it with fresh water.</p>'.repeat(
    20,
  );
  for (let index = 0; index < ARTICLES; index++) {
    const title = `How to care for machine ${index}`;
    const made = await createArticle(ctx, createArticleInput.parse({ locale: 'en', title, html }));
    if (!made.ok) throw new Error(made.error.code);
    const { translationId } = made.value;
    const done = await takeStep(ctx, stepInput.parse({ translationId, step: 'publish' }));
    if (!done.ok) throw new Error(done.error.code);
  }
  return Array.from(
    { length: ARTICLES },
    (_, index) => `/help/${seeded.slug}/en/articles/how-to-care-for-machine-${index}`,
  );
}

/** How many answers came in a second while so many readers asked, each for the next article as soon as one had come. */
async function rateOfOneSecond(product: Product, paths: readonly string[]): Promise<number> {
  const until = performance.now() + 1000;
  let views = 0;
  const reader = async (start: number) => {
    for (let index = start; performance.now() < until; index += AT_ONCE) {
      await read(product, paths[index % paths.length] ?? '');
      views++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, start) => reader(start)));
  return views;
}

function read({ base }: Product, path: string): Promise<void> {
  return new Promise((done, fail) => {
    const asked = request(new URL(path, base), { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? done() : fail(new Error(`${path} answered ${answer.statusCode}`)),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}
