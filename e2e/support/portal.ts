import type { Page } from '@playwright/test';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { newId } from '@/server/ids';
import { customerCookieName } from '@/server/portal/customer-cookie';
import { openCustomerSession } from '@/server/portal/customer-session';
import type { newWorld } from '../../tests/support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

/** A customer of this world, as tickets name their requester. */
export async function customerIn({ db, workspaceId, slug }: World, name = 'Anna Ozola') {
  const email = `${newId()}@${slug}.test`;
  await db.$transaction((tx) => customerByEmail(tx, { workspaceId, newId }, { email, name }));
  return { email, name };
}

/** Signs this browser in to the portal as the customer of this address. */
export async function asCustomer(page: Page, { db, workspaceId, slug }: World, email: string): Promise<void> {
  const { customerId } = await db.customerIdentity.findFirstOrThrow({ where: { workspaceId, value: email } });
  const value = await openCustomerSession(db, {
    workspaceId,
    id: newId(),
    customerId,
    at: new Date(),
    ip: '127.0.0.1',
    userAgent: 'Chromium',
  });
  const url = process.env['E2E_URL'] ?? '';
  await page.context().addCookies([{ name: customerCookieName(slug), value, url }]);
}
