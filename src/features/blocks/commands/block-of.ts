import { blockKeys, type Sender } from '@/domain/customer/block';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Asked = Readonly<{
  senders: readonly Sender[];
  /** Who it is known to be; null for somebody whom only the addresses name. */
  customerId?: string | null;
}>;

/**
 * Why what they send is held back: the customer, address, domain or number that is blocked, and what was noted at the block.
 * Null for everybody else. In one query.
 */
export async function blockOf(
  tx: Pick<Tx, '$queryRaw'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { senders, customerId = null }: Asked,
): Promise<string | null> {
  const keys = blockKeys(senders);
  const [found] = await tx.$queryRaw<{ why: string | null }[]>`
    select coalesce(
      (select 'customer ' || c."blockedReason" from "Customer" c
        where c."workspaceId" = ${workspaceId}::uuid and c.id = ${customerId}::uuid and c."blockedAt" is not null),
      (select 'customer ' || c."blockedReason"
        from unnest(${senders.map(({ kind }) => kind)}::text[], ${senders.map(({ value }) => value)}::text[]) as s(kind, value)
        join "CustomerIdentity" i on i."workspaceId" = ${workspaceId}::uuid and i.kind = s.kind::"IdentityKind"
          and i.value = s.value
        join "Customer" c on c."workspaceId" = i."workspaceId" and c.id = i."customerId"
        where c."blockedAt" is not null limit 1),
      (select b.value || ' ' || b.reason
        from unnest(${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ value }) => value)}::text[]) as k(kind, value)
        join "BlockedSender" b on b."workspaceId" = ${workspaceId}::uuid and b.kind = k.kind and b.value = k.value
        order by b.kind desc, b.value limit 1)) as why`;
  return found?.why?.trim() ?? null;
}
