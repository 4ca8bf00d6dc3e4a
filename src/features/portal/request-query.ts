import { z } from 'zod';
import { openCursor, sealCursor } from '@/server/http/cursor';
import type { RequestPlace, RequestState, RequestsOf } from './queries-list';

/** What stands in the address of the list of requests. */
export type RequestQuery = Readonly<{
  state?: string;
  q?: string;
  whose?: string;
  after?: string | RequestPlace | undefined;
}>;

type Asked = Readonly<{ state: RequestState; search: string; whose: RequestsOf; after: RequestPlace | null }>;

const LIST = 'requests';
const LONGEST_SEARCH = 200;
const place = z.object({ activityAt: z.coerce.date(), id: z.uuid() });

/** What the address asks for; whatever it says that makes no sense is as if it were not there. */
export function asked({ state, q, whose, after }: RequestQuery): Asked {
  return {
    state: state === 'solved' || state === 'all' ? state : 'open',
    search: typeof q === 'string' ? q.trim().slice(0, LONGEST_SEARCH) : '',
    whose: whose === 'shared' || whose === 'copied' ? whose : 'mine',
    after: typeof after === 'string' ? openCursor(LIST, after, place) : null,
  };
}

/** The query of the same list with something else about it; another filter begins at its top. */
export function queryOf(now: Asked, over: RequestQuery): string {
  const query = new URLSearchParams();
  query.set('state', over.state ?? now.state);
  if (now.search) query.set('q', now.search);
  const whose = over.whose ?? now.whose;
  if (whose !== 'mine') query.set('whose', whose);
  if (over.after && typeof over.after !== 'string') {
    const { activityAt, id } = over.after;
    query.set('after', sealCursor(LIST, { activityAt, id }));
  }
  return `?${query}`;
}
