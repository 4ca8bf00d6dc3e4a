import type { z } from 'zod';
import type { DeliveryResult, InboundMessage, OutboundMessage } from '@/domain/channel/message';
import type { Result } from '@/domain/shared/result';

/** Bytes exactly as they arrived; stored before anyone tries to understand them. */
export type RawInboundBytes = Readonly<{ bytes: Uint8Array; receivedAt: Date }>;

export type Unreadable = Readonly<{ code: 'inbound.unreadable'; detail: string }>;

/** All that the rest of the system knows about a channel: two verbs. */
export type ChannelAdapter<Config> = Readonly<{
  kind: string;
  config: z.ZodType<Config>;
  /** Pure reading; never throws for odd input. */
  read(raw: RawInboundBytes): Promise<Result<InboundMessage, Unreadable>>;
  /** Hands one message over; the caller stores, retries and keeps secrets. */
  deliver(message: OutboundMessage, config: Config): Promise<DeliveryResult>;
}>;

/** Keeps `Config` inferred inside the adapter and hidden outside it. */
export const defineChannel = <Config>(adapter: ChannelAdapter<Config>): ChannelAdapter<Config> => adapter;
