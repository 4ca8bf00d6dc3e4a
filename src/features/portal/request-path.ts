import type { ActingCustomer } from '@/server/actions/portal-action';

type Viewer = Pick<ActingCustomer, 'href' | 'guest'>;

/** The page of a request as whoever acts there sees it, with what they have just done behind it. */
export function requestPath({ href, guest }: Viewer, number: number, done?: 'sent' | 'solved' | 'reopened') {
  const page = guest ? `/request/${guest}` : `/requests/${number}`;
  return href(done ? `${page}?${done}` : page);
}
