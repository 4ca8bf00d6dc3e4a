import { shortMac } from '@/server/crypto/keys';

/**
 * The key in `/api/inbound/phone/<key>`. It is made of the installation's secret and the account, so that addresses can be
 * given to the provider with every call that we place; the account's row holds its hash only.
 */
export const inboundKeyOf = ({ workspaceId, id }: Readonly<{ workspaceId: string; id: string }>): string =>
  shortMac('phone-inbound', `${workspaceId}/${id}`, 32);
