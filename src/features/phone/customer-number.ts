import { phoneNumber, readablePhone } from '@/channels/lib/phone-number';
import { customerByIdentity } from '@/features/customers/commands/customer-by-identity';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

export type Caller = Readonly<{ id: string; displayName: string; locale: string | null }>;

/**
 * The customer of this number (E.164), or null. Numbers that people typed in other ways are recognised as well: the last
 * nine digits lead to few rows, which are then compared as numbers.
 */
export async function knownCaller(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { number, country }: Readonly<{ number: string; country: string }>,
): Promise<Caller | null> {
  const select = {
    value: true,
    customer: { select: { id: true, displayName: true, locale: true } },
  } as const;
  const exact = await tx.customerIdentity.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: 'phone', value: number } },
    select,
  });
  if (exact) return exact.customer;
  const digits = number.replace(/\D/g, '').slice(-9);
  if (digits.length < 6) return null;
  const alike = await tx.$queryRaw<{ customerId: string; value: string }[]>`
    select "customerId", value from "CustomerIdentity"
    where "workspaceId" = ${workspaceId}::uuid and kind = 'phone'
      and right(regexp_replace(value, '\\D', '', 'g'), 9) = ${digits}
    order by "createdAt", id limit 5`;
  const same = alike.find(({ value }) => phoneNumber(value, country) === number);
  if (!same) return null;
  return tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id: same.customerId } },
    select: { id: true, displayName: true, locale: true },
  });
}

/** The same, or a new customer who has nothing but this number. */
export async function customerOfNumber(
  tx: Tx,
  ctx: Context,
  {
    number,
    name,
    country,
    locale,
  }: Readonly<{ number: string; name: string; country: string; locale: string | null }>,
): Promise<Caller> {
  const known = await knownCaller(tx, ctx, { number, country });
  if (known) return known;
  return customerByIdentity(tx, ctx, {
    kind: 'phone',
    value: number,
    label: readablePhone(number),
    name,
    locale,
  });
}
