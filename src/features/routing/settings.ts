import type { Points, Weights } from '@/domain/routing/capacity';
import type { Tx } from '@/server/db/client';

/** How much people take where nothing else is said of them. */
export type RoutingSettings = Readonly<{
  capacities: Points;
  weights: Weights;
  offlineAfterMinutes: number;
}>;

/** What holds in a workspace that has set nothing; the same as the defaults of the table. */
const DEFAULTS: RoutingSettings = {
  capacities: { mail: 20, chat: 3, phone: 1, social: 10 },
  weights: { low: 1, normal: 1, high: 2, urgent: 3 },
  offlineAfterMinutes: 10,
};

/** The workspace's settings. */
export async function routingSettings(
  tx: Pick<Tx, 'routingSettings'>,
  workspaceId: string,
): Promise<RoutingSettings> {
  const row = await tx.routingSettings.findUnique({ where: { workspaceId } });
  if (!row) return DEFAULTS;
  return {
    capacities: {
      mail: row.mailCapacity,
      chat: row.chatCapacity,
      phone: row.phoneCapacity,
      social: row.socialCapacity,
    },
    weights: {
      low: row.lowWeight,
      normal: row.normalWeight,
      high: row.highWeight,
      urgent: row.urgentWeight,
    },
    offlineAfterMinutes: row.offlineAfterMinutes,
  };
}

/** A member's own limits; null where the workspace's hold. */
export type OwnCapacities = Readonly<{
  mailCapacity: number | null;
  chatCapacity: number | null;
  phoneCapacity: number | null;
  socialCapacity: number | null;
}>;

/** The limits that hold for a member. */
export const capacitiesOf = (own: OwnCapacities, { capacities }: RoutingSettings): Points => ({
  mail: own.mailCapacity ?? capacities.mail,
  chat: own.chatCapacity ?? capacities.chat,
  phone: own.phoneCapacity ?? capacities.phone,
  social: own.socialCapacity ?? capacities.social,
});
