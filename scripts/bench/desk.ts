import { type Place, placeToText } from '@/domain/view/view';
import { changeEach } from '@/features/tickets/commands/change-each';
import { changeEachInput } from '@/features/tickets/commands/change-each-fields';
import { idsOfView, listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { staffOf } from './agents';
import { type Figures, figuresOf, timesOf } from './figures';
import { page } from './pages';
import type { Product } from './product';

const DEEP = 200;
/** As many as the browser changes in one call. */
const TOGETHER = 20;

type Measure = Readonly<{ product: Product; times: number }>;

/** A page far down a list, and a change of five hundred tickets as the desk makes it. */
export async function measureDesk({ product, times }: Measure): Promise<Figures[]> {
  const ctx = await staffOf(product);
  return [...(await deepPage(ctx, { product, times })), await bulk(ctx)];
}

async function deepPage(ctx: StaffContext, { product, times }: Measure): Promise<Figures[]> {
  const { at, number } = await placeAt(ctx, DEEP);
  const rows = () => listView(ctx, { view: 'solved', after: at });
  const path = `/${product.seeded.slug}/desk?view=solved&after=${at ? placeToText(at) : ''}`;
  return [
    figuresOf(`List, page ${number}, its rows`, await timesOf(rows, { times }), { target: 'p95 ≤ 50 ms' }),
    figuresOf(`List, page ${number}, the page`, await timesOf(() => page(product, path), { times }), {
      target: 'p95 ≤ 50 ms',
    }),
  ];
}

/** Where the wanted page of solved tickets begins, or the last one there is. */
async function placeAt(ctx: StaffContext, wanted: number) {
  let at: Place | null = null;
  for (let number = 1; number < wanted; number++) {
    const { rows, older }: Awaited<ReturnType<typeof listView>> = await listView(ctx, {
      view: 'solved',
      after: at,
    });
    const last = rows.at(-1);
    if (!older || !last) return { at, number };
    at = { activityAt: last.activityAt, id: last.id };
  }
  return { at, number: wanted };
}

async function bulk(ctx: StaffContext): Promise<Figures> {
  const ids = (await idsOfView(ctx, 'open')) ?? [];
  const priorities = ['low', 'high', 'normal'] as const;
  const change = async (index: number) => {
    for (let from = 0; from < ids.length; from += TOGETHER) {
      const priority = priorities[index % priorities.length];
      const changes = ids.slice(from, from + TOGETHER).map((ticketId) => ({ ticketId, priority, seen: {} }));
      const done = await changeEach(ctx, changeEachInput.parse({ changes }));
      const refused = done.ok ? done.value.outcomes.filter(({ problem }) => problem !== null) : changes;
      if (refused.length > 0) throw new Error(`not changed: ${JSON.stringify(refused[0])}`);
    }
  };
  const took = await timesOf(change, { times: 5, warm: 1 });
  const seconds = took.map((each) => each / 1000);
  return figuresOf(`Bulk change of ${ids.length} tickets`, seconds, { unit: 's' });
}
