import type { IdentityKind } from '@/domain/customer/identity';
import type { Channel } from '@/domain/ticket/ticket';

/** Somebody on a channel. `value` is theirs alone among all of its kind; `handle` is how people know them. */
export type Correspondent = Readonly<{
  kind: IdentityKind;
  value: string;
  name: string;
  handle: string;
  /** en, hu or lv as the channel says it; null when it does not. */
  locale: string | null;
  /** Other addresses that the channel itself vouches for, such as the telephone number of a WhatsApp user. */
  also: readonly Readonly<{ kind: IdentityKind; value: string; label: string }>[];
}>;

/** A file that still lies with the vendor: behind an address, or under an id that the adapter can ask for. */
export type RemoteFile = Readonly<{
  name: string;
  claimedType: string;
  url: string | null;
  ref: string | null;
  /** In bytes; null when the vendor does not say. */
  size: number | null;
}>;

/** What an adapter needs to answer in a thread, besides its key; small, and stored as it stands. */
export type ConversationData = Readonly<Record<string, string | number | boolean | null>>;

/** Which thread of the channel a message belongs to. */
type ConversationRef = Readonly<{
  /** The channel's own key, unique for the account. */
  key: string;
  /** Everybody can read it. */
  isPublic: boolean;
  data: ConversationData;
}>;

/** What somebody wrote on a channel that is no mail. */
export type ChannelMessage = Readonly<{
  channel: Channel;
  /** The vendor's id of our account that it was sent to; null: the one whose address was called. */
  account: string | null;
  /** The channel's id of the message, unique for the account. */
  externalId: string;
  conversation: ConversationRef;
  author: Correspondent;
  text: string;
  files: readonly RemoteFile[];
  sentAt: Date;
  /** The channel's id of the message that it answers. */
  inReplyTo: string | null;
  /** Where it can be seen on the channel. */
  permalink: string | null;
  /** What came with it that cannot be shown here; each has a sentence in every language. Absent for nothing. */
  unshown?: readonly Unshown[];
}>;

/** Kinds of content that a channel does not give us, or that we cannot show. */
export const UNSHOWN = [
  'unsupported',
  'encrypted',
  'poll',
  'dice',
  'share',
  'story',
  'story_mention',
  'story_reply',
  'location',
  'template',
  'mention',
  'order',
] as const;
export type Unshown = (typeof UNSHOWN)[number];

export type ReceiptState = 'sent' | 'delivered' | 'read' | 'failed';

type Origin = Readonly<{ channel: Channel; account: string | null }>;

/** What was written for our account and not by us: by a colleague in the vendor's own app, or by another program. */
export type ChannelEcho = Origin &
  Readonly<{
    kind: 'echo';
    externalId: string;
    /** The key of its thread; null where only what it answers says which that is. */
    conversation: string | null;
    /** Where the channel may name the thread by another address of its writer than its key: of which kind. */
    addressedBy?: IdentityKind;
    inReplyTo: string | null;
    text: string;
    files: readonly RemoteFile[];
    sentAt: Date;
    permalink: string | null;
    /** Another program of the account's owner sent it, and no person. */
    byProgram: boolean;
  }>;

/** Everything that a channel can tell us. Each is safe to hear twice, late, and out of order. */
export type ChannelEvent =
  | Readonly<{ kind: 'message'; message: ChannelMessage }>
  /** What became of one message that we sent. `ours` is our own id of its part, where the channel gives it back. */
  | (Origin &
      Readonly<{
        kind: 'receipt';
        externalId: string;
        ours: string | null;
        state: ReceiptState;
        at: Date;
        code: string;
        detail: string;
      }>)
  /** All that we sent in this thread up to an instant was delivered, or read. */
  | (Origin & Readonly<{ kind: 'seen'; conversation: string; state: 'delivered' | 'read'; upTo: Date }>)
  /** The customer changed a message; `wholeFiles` says that its files stand in it as they are now, rather than its words only. */
  | Readonly<{ kind: 'edit'; message: ChannelMessage; at: Date; wholeFiles: boolean }>
  | ChannelEcho
  /** Somebody reacted to a message, theirs or ours; null when they took it back. */
  | (Origin &
      Readonly<{
        kind: 'reaction';
        externalId: string;
        by: string;
        name: string;
        emoji: string | null;
        at: Date;
      }>)
  /** The customer took a message back. */
  | (Origin & Readonly<{ kind: 'deletion'; externalId: string; at: Date }>)
  /** The same person has another id since an instant; `data` is what an answer to them needs now. */
  | (Origin &
      Readonly<{
        kind: 'renamed';
        identity: IdentityKind;
        from: string;
        to: Correspondent;
        data: ConversationData;
        at: Date;
      }>)
  /** Nobody can be reached in this thread any more, or again. */
  | (Origin & Readonly<{ kind: 'reach'; conversation: string; reachable: boolean; why: 'blocked'; at: Date }>)
  /** The account took back the permission that it had given to us. */
  | (Origin & Readonly<{ kind: 'revoked'; at: Date }>)
  /** Understood, and of no concern: our own post, a reaction, a typing sign. */
  | Readonly<{ kind: 'ignored'; why: string }>;

/** A file to be sent; `url` is an address under which the vendor can fetch it for a while. */
export type PartFile = Readonly<{ name: string; type: string; bytes: Uint8Array; url: string }>;

/** A text that the vendor approved beforehand, with what is filled in. */
export type TemplateUse = Readonly<{ name: string; language: string; parameters: readonly string[] }>;

/** An approved text as the vendor keeps it; `body` holds `{{1}}` or `{{name}}` where something is filled in. */
export type MessageTemplate = Readonly<{
  name: string;
  language: string;
  body: string;
  parameters: readonly string[];
}>;

/** One piece of an answer: what the vendor takes in one call. */
export type OutboundPart = Readonly<{
  /** Ours, and the same whenever the part is tried again. */
  id: string;
  text: string;
  files: readonly PartFile[];
  template: TemplateUse | null;
  /** Answer a public comment in private. */
  privately: boolean;
  /** The channel's id of the message that is answered; null for none. */
  answers: string | null;
  conversation: ConversationState;
  at: Date;
  /** Null unless an earlier try may have left with its answer lost. */
  triedBefore: TriedBefore | null;
}>;

/** Since when a part may stand on the channel already, and the channel's ids of what else of ours stands there since. */
export type TriedBefore = Readonly<{ since: Date; others: readonly string[] }>;

/** A thread as it stands when an answer is written. */
export type ConversationState = Readonly<{
  key: string;
  isPublic: boolean;
  handle: string;
  data: ConversationData;
  /** When the customer last wrote in it. */
  lastInboundAt: Date | null;
  blockedAt: Date | null;
}>;

/** The retry policy can be read off the type. A vendor may say how long to wait. */
export type PartResult =
  | Readonly<{
      status: 'sent';
      externalId: string;
      detail: string;
      /** The thread in which the answer to it will come, when that is another one. */
      continuesIn?: ConversationRef & Readonly<{ author: Correspondent | null; channel: Channel }>;
    }>
  | Readonly<{ status: 'deferred'; code: string; reason: string; retryAfterSeconds: number | null }>
  | Readonly<{
      status: 'rejected';
      code: string;
      reason: string;
      /** The thread itself is dead, not only this message. */
      blocked: boolean;
    }>;
