import 'server-only';
import { redirect } from 'next/navigation';
import type { PortalPage, SignedInCustomer } from '@/server/portal/portal-page';

/** Who is signed in; leads whoever is not to the sign-in page, and from there back to `path`. */
export function mustBeCustomer({ customer, href }: PortalPage, path: string): SignedInCustomer {
  return customer ?? redirect(`${href('/sign-in')}?next=${encodeURIComponent(path)}`);
}
