import type { z } from 'zod';
import type { AnswerLimits, AnswerWay } from '@/domain/channel/answer-limits';
import type {
  ChannelEvent,
  ChannelMessage,
  ConversationState,
  MessageTemplate,
  OutboundPart,
  PartResult,
  RemoteFile,
} from '@/domain/channel/conversation';
import type { DeliveryResult, InboundMessage, OutboundMessage } from '@/domain/channel/message';
import type { AnswerWarning, Reach } from '@/domain/channel/reach';
import type { Result } from '@/domain/shared/result';
import type { Channel } from '@/domain/ticket/ticket';

/** Bytes exactly as they arrived; stored before anyone tries to understand them. */
export type RawInboundBytes = Readonly<{ bytes: Uint8Array; receivedAt: Date }>;

export type Unreadable = Readonly<{ code: 'inbound.unreadable'; detail: string }>;

/** All that the rest of the system knows about mail: two verbs. */
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

/** A call from outside exactly as it came: signatures are made over these bytes. Header names are in lower case. */
export type WebCall = Readonly<{
  method: 'GET' | 'POST';
  /** The whole public address, as the vendor was told it, with the query of this call. */
  url: string;
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}>;

export type WebAnswer = Readonly<{ status: number; contentType: string; body: string }>;

/** Asks a server outside. Never follows a redirect, never reaches a private network; throws when nobody answers. */
export type CallOutside = (
  call: Readonly<{
    url: string;
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
    headers?: Readonly<Record<string, string>>;
    body?: string | Uint8Array | FormData;
    /** Of the answer; more is cut off with an error. */
    maxBytes?: number;
  }>,
) => Promise<OutsideAnswer>;

export type OutsideAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}>;

/** What was found where the channel has to be asked, and how far it was read. */
export type Polled = Readonly<{
  items: readonly Readonly<{ key: string; bytes: Uint8Array }>[];
  cursor: unknown;
  /** True when there is more to be had at once. */
  more: boolean;
  /** Seconds that the vendor wants us to stay away. */
  retryAfterSeconds: number | null;
  /** Settings that are others from now on, such as a token that was renewed. */
  learned?: Readonly<Record<string, string>>;
}>;

export type Unreachable = Readonly<{ code: 'channel.unreachable'; reason: string }>;

/** A channel that calls us: the half that takes in. */
export type WebhookChannel<Config> = Readonly<{
  kind: Channel;
  config: z.ZodType<Config>;
  /** The answer to a check that our address is ours; null when the call is none. */
  handshake?(call: WebCall, config: Config): WebAnswer | null;
  /** True when the vendor, and nobody else, made this call; `now` is for signatures that grow old. Constant in time. */
  isGenuine(call: WebCall, config: Config, now: Date): boolean;
  /** The vendor's own key of this call, for telling repetitions; absent or null: made of the bytes. */
  keyOf?(call: WebCall): string | null;
  /** What the vendor wants to hear once the call is stored; absent: an empty 200. */
  answer?(call: WebCall, config: Config): WebAnswer;
  /** What the stored bytes say; never throws for odd input. */
  read(raw: RawInboundBytes, config: Config): Result<readonly ChannelEvent[], Unreadable>;
  /** Fetches a file of a message. Null when it is gone for good. */
  fetchFile?(file: RemoteFile, config: Config, call: CallOutside): Promise<FetchedFile | null>;
  /**
   * Asks for what did not come with a message: who wrote it, or its words. The message as it was where no more is to be had;
   * null when it turns out to be our own. Throws when it is worth another try.
   */
  lookUp?(message: ChannelMessage, config: Config, call: CallOutside): Promise<ChannelMessage | null>;
}>;

/** A channel of conversations. Verbs that its vendor does not have are left out. Pure but for those that are given `call`. */
export type ConversationChannel<Config> = WebhookChannel<Config> &
  Readonly<{
    /** The vendor's id of this account, by which events find it. */
    accountOf(config: Config): string | null;
    /** What one answer may hold, by the way on which it goes out. */
    limits(way: AnswerWay, config: Config): AnswerLimits;
    /** Whether this thread can be answered now, and why not. */
    reach(conversation: ConversationState, config: Config, now: Date): Reach;
    /** Whether a public comment can be answered in private; absent where there is no such thing, null where it is none of those. */
    reachPrivately?(conversation: ConversationState, now: Date): Reach | null;
    /** What whoever answers in this thread has to know; null for nothing. */
    warning?(conversation: ConversationState): AnswerWarning | null;
    /** Hands one part over; the caller stores, retries and keeps secrets. */
    deliver(part: OutboundPart, config: Config, call: CallOutside): Promise<PartResult>;
    /** Asks for what is new where no webhook comes. */
    poll?(cursor: unknown, config: Config, call: CallOutside): Promise<Polled>;
    /** The texts that may be sent at any time. */
    templates?(config: Config, call: CallOutside): Promise<readonly MessageTemplate[]>;
    /** The fields of its form, in their order. */
    settings: readonly SettingField[];
    /** Signs in and says whose account it is, or why not, in the vendor's words. */
    check(config: Config, call: CallOutside): Promise<Result<CheckedAccount, Unreachable>>;
    /** Tells the vendor our address, where it can be told by a call. */
    connect?(address: string, config: Config, call: CallOutside): Promise<Result<null, Unreachable>>;
    /** A message as the vendor would bring it, signed with the account's own secret: for the test button. */
    sample(message: SampleMessage, config: Config): Pick<WebCall, 'headers' | 'bytes'>;
  }>;

/** One field of a channel's form. Secrets are never shown again; what is generated is ours, and shown to be copied. */
export type SettingField = Readonly<{
  name: string;
  kind: 'text' | 'secret' | 'generated' | 'switch' | 'choice';
  required: boolean;
  /** Of a choice; the first stands when nothing is chosen. */
  values?: readonly string[];
}>;

/** Whose account it is; `learned` are settings that the vendor knows better than whoever fills in the form. */
export type CheckedAccount = Readonly<{ name: string; learned: Readonly<Record<string, string>> }>;

export type FetchedFile = Readonly<{ bytes: Uint8Array; type: string | null; name: string | null }>;

export type SampleMessage = Readonly<{ id: string; text: string; name: string; at: Date }>;

/** Keeps `Config` inferred inside the adapter and hidden outside it. */
export const defineConversationChannel = <Config>(
  channel: ConversationChannel<Config>,
): ConversationChannel<Config> => channel;
