/** A mailbox as it stands in a header: `address` in lower case where the protocol allows it. */
export type Address = Readonly<{ address: string; name: string | null }>;

/** One file of an inbound message, before it is stored. */
export type InboundFile = Readonly<{
  name: string;
  /** As the sender claims; the store sniffs the bytes again. */
  claimedType: string;
  bytes: Uint8Array;
  /** Without angle brackets; set when the HTML refers to it as `cid:`. */
  contentId: string | null;
  inline: boolean;
}>;

/** Null: a person wrote it. Everything else is never answered by a machine (contracts A.3). */
export type Automated = 'auto_reply' | 'bounce' | 'bulk' | 'own';

/** What a delivery report (RFC 3464) or feedback report (RFC 5965) says about one recipient. */
export type DeliveryReport = Readonly<{
  recipient: string;
  /** The address that we had written to, when the report tells it apart from where it was sent on to. */
  originalRecipient: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status such as `5.1.1`, or an empty string where none is given. */
  status: string;
  diagnostic: string;
  /** True when nobody will ever be reached there: suppress the address. */
  hard: boolean;
}>;

/** Header fields in lower case; the values of a repeated field in their order. */
export type HeaderMap = Readonly<Record<string, string | readonly string[]>>;

/** One message from outside, in the same shape whatever the channel. */
export type InboundMessage = Readonly<{
  /** RFC 5322 Message-ID without angle brackets, or null where the sender gave none. */
  messageId: string | null;
  inReplyTo: readonly string[];
  references: readonly string[];
  /** Who is to be answered: Reply-To, else X-Original-Sender, else From. */
  sender: Address | null;
  from: readonly Address[];
  replyTo: readonly Address[];
  to: readonly Address[];
  cc: readonly Address[];
  /** All addresses by which it may have reached us (To, Cc, Delivered-To, X-Original-To …), lower case. */
  deliveredTo: readonly string[];
  subject: string;
  text: string;
  visibleText: string;
  html: string | null;
  files: readonly InboundFile[];
  headers: HeaderMap;
  sentAt: Date | null;
  /** en, hu, lv or de; null when it is another one or cannot be told. */
  language: string | null;
  automated: Automated | null;
  spam: boolean;
  feedbackReport: boolean;
  reports: readonly DeliveryReport[];
  /** Message-ID of the mail that a report is about. */
  reportedMessageId: string | null;
  /** The mail that somebody forwarded by hand, when this is such a forward. */
  forwarded: ForwardedMessage | null;
}>;

/** What a mail program printed of the mail that was forwarded; it proves nothing about its sender. */
export type ForwardedMessage = Readonly<{
  from: Address;
  to: readonly Address[];
  cc: readonly Address[];
  /** As printed, in the language of the mail program. */
  date: string | null;
  subject: string | null;
  text: string;
  /** What the forwarder wrote above it, or an empty string. */
  comment: string;
}>;

/** What we hand to a channel. */
export type OutboundMessage = Readonly<{
  /** Who gets it and where it comes back to; blind copies stand nowhere else. An empty sender is the null sender. */
  envelope: Readonly<{ from: string; to: readonly string[] }>;
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  from: Address;
  replyTo: Address | null;
  to: readonly Address[];
  cc: readonly Address[];
  subject: string;
  text: string;
  html: string | null;
  headers: Readonly<Record<string, string>>;
  files: readonly OutboundFile[];
  /** The Date header. */
  sentAt: Date;
}>;

export type OutboundFile = Readonly<{
  name: string;
  type: string;
  bytes: Uint8Array;
  contentId: string | null;
}>;

/** The retry policy can be read off the type. */
export type DeliveryResult =
  | Readonly<{ status: 'sent'; detail: string; raw: Uint8Array; refused: readonly RefusedRecipient[] }>
  | Readonly<{ status: 'deferred'; code: string; reason: string }>
  | Readonly<{ status: 'rejected'; code: string; reason: string }>;

/** One recipient that the server did not take while it took others; `permanent` says that asking again is no use. */
export type RefusedRecipient = Readonly<{
  recipient: string;
  code: string;
  reason: string;
  permanent: boolean;
}>;
