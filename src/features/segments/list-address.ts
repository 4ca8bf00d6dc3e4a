import { z } from 'zod';
import { CUSTOMER_SORTS, type CustomerSort } from './columns';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the list asks for. */
export type ListAddress = Readonly<{
  q: string;
  segmentId: string | null;
  sort: CustomerSort | null;
  after: string | null;
}>;

/** Reads the address; what is not understood is not asked. */
export function listAddress(asked: Asked): ListAddress {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  return {
    q: text('q').slice(0, 200),
    segmentId: z.uuid().safeParse(text('segment')).data ?? null,
    sort: CUSTOMER_SORTS.find((each) => each === text('sort')) ?? null,
    after: z.uuid().safeParse(text('after')).data ?? null,
  };
}

/** The address of the same list with something else about it. */
export function listHref(home: string, { q, segmentId, sort, after }: ListAddress): string {
  const search = new URLSearchParams({
    ...(q && { q }),
    ...(segmentId && { segment: segmentId }),
    ...(sort && { sort }),
    ...(after && { after }),
  }).toString();
  return search ? `${home}?${search}` : home;
}
