/**
 * What passes between a visitor's browser and the server, below `/api/chat/<key>/`. `<key>` is the public key of the chat
 * account. Both sides are written against this page; `features/chat/protocol.ts` holds the same as schemas.
 *
 * | request | answer |
 * |---|---|
 * | `GET config` | `ChatConfig`; without a token, from any allowed origin |
 * | `GET articles?q=&language=&visit=` | `FoundArticles`; without a token; nothing where `ChatConfig.knowledge` is off |
 * | `POST sessions` `StartChat` | `Started`: a new session, and a bearer token for it |
 * | `GET session` | `ChatSnapshot` of the visitor's newest session: after a reload |
 * | `GET events?after=<sequence>` | `text/event-stream`, see `ChatEvent`; `Last-Event-ID` counts instead of `after` |
 * | `POST messages` `SendMessage` | `Sent` |
 * | `POST uploads` multipart, field `file` | `ChatFile`, to be named in a message's `attachmentIds` |
 * | `POST typing` `{ typing }`, `POST read` `{ sequence }` | 204 |
 * | `POST identify` `{ identity }` | `Identified`: a new token; the old one ends |
 * | `POST call-me` `CallMe` | `CallPromised` |
 * | `POST mail` `{ email }`: go on by mail; `POST transcript` `{ email }` | 204 |
 * | `POST end` `{}` | 204 |
 * | `POST offline` multipart: `data` (JSON of `LeaveMessage`), `file`* | `MessageLeft`; without a token |
 *
 * All but `config`, `articles`, `sessions` and `offline` want `Authorization: Bearer <token>`. No cookie is read or set. Failures are
 * `application/problem+json` with a `code`: 401 `token.invalid`, 403 `chat.origin_not_allowed` or `chat.blocked`, 404 `not_found`,
 * 409 `chat.ended`, 413 `file.too_large`, 415 `file.type_not_allowed`, 422 `input.invalid`, 429 `rate.limited` with
 * `Retry-After`. Everything that makes something new carries a UUID of the client's, `clientId`: the same one twice is the
 * same thing, and is answered as it was the first time.
 */

export const CHAT_LANGUAGES = ['en', 'hu', 'lv'] as const;
export type ChatLanguage = (typeof CHAT_LANGUAGES)[number];

/** A text that the workspace wrote; a language that it left out reads as its default language. */
export type ChatWords = Readonly<Partial<Record<ChatLanguage, string>>>;

/** What is asked before the chat. `name`, `email` and `phone` fill the customer; other keys are answers on the ticket. */
export type PreChatField = Readonly<{
  key: string;
  kind: 'text' | 'email' | 'phone' | 'choice' | 'consent';
  label: ChatWords;
  required: boolean;
  /** For `choice`: the values that may be sent, with their labels. */
  options: readonly Readonly<{ value: string; label: ChatWords }>[];
}>;

/** When a proactive message is shown: all of its conditions hold. Shown to nobody who has a chat going. */
export type ProactiveRule = Readonly<{
  id: string;
  text: ChatWords;
  /** Path patterns with `*`, such as `/cart*`; none means every page. */
  pages: readonly string[];
  /** Shown after so many seconds on the page. */
  afterSeconds: number;
  /** From so many visits on; more than 1 needs the host page's word that visits may be counted. */
  minVisits: number;
  /** Languages of the page; none means all. */
  languages: readonly ChatLanguage[];
  /** Only while somebody answers. */
  onlyWhenOpen: boolean;
  /** How often at most: so many times within so many days. */
  maxTimes: number;
  withinDays: number;
}>;

export type ChatConfig = Readonly<{
  /** Name of the company, as visitors know it. */
  name: string;
  defaultLanguage: ChatLanguage;
  /** Words of the workspace; where one is missing, the widget's own stand. */
  texts: Readonly<{ greeting: ChatWords; offline: ChatWords; launcher: ChatWords }>;
  /** `#rrggbb`. */
  colour: string;
  position: 'left' | 'right';
  /** Whether somebody answers now: the business calendar is open and an agent is there. */
  open: boolean;
  /** The next opening when closed, ISO 8601; null when not known. */
  opensAt: string | null;
  /** What a visitor who came now would be told; null when open nobody can say. */
  waitSeconds: number | null;
  /** How many wait already. */
  waiting: number;
  fields: readonly PreChatField[];
  /** Only visitors whose identity is proven may chat. */
  verifiedOnly: boolean;
  callMe: boolean;
  transcript: boolean;
  knowledge: boolean;
  files: Readonly<{ maxBytes: number; accept: readonly string[] }> | null;
  proactive: readonly ProactiveRule[];
}>;

/** Who the host page says that the visitor is, signed with the account's secret (contracts B.2). */
export type ChatIdentity =
  | Readonly<{ kind: 'jwt'; token: string }>
  | Readonly<{ kind: 'hmac'; userId: string; hash: string; name?: string; email?: string }>;

export type ChatPage = Readonly<{ url: string; title: string; referrer: string }>;

export type StartChat = Readonly<{
  clientId: string;
  language: ChatLanguage;
  /** IANA name of the visitor's time zone. */
  timeZone: string;
  page: ChatPage;
  name?: string;
  email?: string;
  phone?: string;
  /** By key of the pre-chat field. */
  answers?: Readonly<Record<string, string>>;
  identity?: ChatIdentity;
  /** The proactive message that was answered. */
  proactiveId?: string;
  /** The first words; without them there is a session for uploads, and no ticket yet. */
  message?: SendMessage;
}>;

export type SendMessage = Readonly<{
  clientId: string;
  text: string;
  attachmentIds: readonly string[];
  /** The visit in which articles were looked for before. */
  visit?: string;
}>;

/** Public articles for what was typed, at most five, and what this visit is called; null where nothing is counted. */
export type FoundArticles = Readonly<{
  articles: readonly Readonly<{ title: string; excerpt: string; url: string }>[];
  visit: string | null;
}>;

/** Somebody who answers, as customers see them. */
export type ChatPerson = Readonly<{ name: string }>;

export type ChatFile = Readonly<{
  id: string;
  name: string;
  type: string;
  size: number;
  /** An address on the server that opens without a header, for at least a day. */
  url: string;
  /** Width and height of a picture in pixels; null for other files. */
  picture: Readonly<{ width: number; height: number }> | null;
}>;

export type ChatMessage = Readonly<{
  id: string;
  /** What the client called it; null for what it did not write. */
  clientId: string | null;
  from: 'visitor' | 'agent' | 'system';
  author: ChatPerson | null;
  text: string;
  files: readonly ChatFile[];
  /** ISO 8601. */
  at: string;
  /** The same ticket goes on by other channels: where this message was said. */
  channel: 'chat' | 'email' | 'phone' | 'other';
  edited: boolean;
}>;

/** Things that happened, shown as a quiet line. */
export type ChatLineKind =
  | 'agent_joined'
  | 'agent_left'
  | 'transferred'
  | 'call_promised'
  | 'mail_continues'
  | 'transcript_sent'
  | 'still_there'
  | 'ended';

/**
 * What stands in the conversation. `sequence` starts at 1 and rises by one without gaps within a session, in the order of
 * the commits: who has seen 7 and is sent 9 has missed 8.
 */
export type ChatEntry = Readonly<{ sequence: number }> &
  (
    | Readonly<{ type: 'message'; message: ChatMessage }>
    | Readonly<{ type: 'edited'; messageId: string; text: string }>
    | Readonly<{ type: 'deleted'; messageId: string }>
    | Readonly<{
        type: 'line';
        kind: ChatLineKind;
        at: string;
        /** Who joined, left or took over. */
        person: ChatPerson | null;
        /** The address or number that was given. */
        detail: string | null;
      }>
  );

/** How far each side has got, as sequences. They only rise. */
type ChatMarks = Readonly<{ visitorRead: number; agentDelivered: number; agentRead: number }>;

/** Everything about a session that is no entry. Sent whole; the one with the higher `version` is the newer one. */
export type ChatSession = Readonly<{
  id: string;
  version: number;
  state: 'waiting' | 'active' | 'ended';
  /** Null until the visitor has said something. */
  ticketNumber: number | null;
  language: ChatLanguage;
  agent: ChatPerson | null;
  /** Place 1 is next; null when not waiting. `waitSeconds` is null when there is no honest estimate. */
  queue: Readonly<{ place: number; waitSeconds: number | null }> | null;
  marks: ChatMarks;
  visitor: Readonly<{ name: string; email: string | null; phone: string | null; verified: boolean }>;
  endedBy: 'visitor' | 'agent' | 'idle' | 'left' | null;
  /** Our newest words go by mail. */
  byMail: boolean;
  call: CallPromised | null;
  /** Where the visitor may say how it was, once a chat that somebody took has ended; null where no survey is asked in chats. */
  surveyUrl: string | null;
}>;

export type ChatSnapshot = Readonly<{
  session: ChatSession;
  /** The newest entries, oldest first, at most 200. */
  entries: readonly ChatEntry[];
  /** Sequence of the newest entry; 0 when there is none. */
  sequence: number;
}>;

export type Started = Readonly<{ token: string }> & ChatSnapshot;
export type Identified = Readonly<{ token: string }> & ChatSnapshot;

/** The entry that the message became, and the session after it. */
export type Sent = Readonly<{ entry: ChatEntry; session: ChatSession }>;

export type CallMe = Readonly<{
  clientId: string;
  phone: string;
  /** ISO 8601; null means as soon as possible. */
  from: string | null;
  to: string | null;
  note: string;
}>;

export type CallPromised = Readonly<{
  phone: string;
  from: string | null;
  to: string | null;
  /** A short code that the visitor and the caller can say to each other; null when there is none. */
  code: string | null;
}>;

/** What the visitor is asked when the chat is over. */
export type ChatSurvey = Readonly<{
  /** Its id, which goes along with the answer. */
  survey: string;
  question: string;
  /** True where each score has words of its own; else only the two ends have. */
  named: boolean;
  scores: readonly Readonly<{ score: number; label: string }>[];
  given: Readonly<{ score: number; comment: string }> | null;
  words: Readonly<
    Record<'comment' | 'send' | 'change' | 'thanks' | 'thanksLow' | 'missing' | 'again', string>
  >;
}>;

/** Where it is asked when it has more questions than fit here. */
export type ChatSurveyPage = Readonly<{ page: string }>;

export type ChatAnswer = Readonly<{ survey?: string; score: number; comment: string }>;

/** `low`: somebody will come back to the visitor. */
export type ChatAnswered = Readonly<{ low: boolean }>;

export type LeaveMessage = Readonly<{
  clientId: string;
  language: ChatLanguage;
  timeZone: string;
  page: ChatPage;
  name: string;
  email: string;
  phone?: string;
  answers?: Readonly<Record<string, string>>;
  identity?: ChatIdentity;
  text: string;
  /** As in `SendMessage`. */
  visit?: string;
}>;

export type MessageLeft = Readonly<{
  ticketNumber: number;
  /** Until when an answer was promised, in words of the visitor's language; null where none was. */
  answerBy: string | null;
}>;

/**
 * One event of the stream: `event:` is its type, `data:` the JSON of the rest. Only `entry` has an `id:`, its sequence.
 * The stream begins with `session`, then all entries after the asked one, then what happens. `resync` means that too much
 * was missed to be listed: ask for `session` again. `bye` comes before the server closes; the client connects again.
 */
export type ChatEvent =
  | Readonly<{ event: 'entry'; data: ChatEntry }>
  | Readonly<{ event: 'session'; data: ChatSession }>
  /** Someone of ours types; holds for six seconds. */
  | Readonly<{ event: 'typing'; data: Readonly<{ person: ChatPerson; typing: boolean }> }>
  | Readonly<{ event: 'resync'; data: null }>
  | Readonly<{ event: 'bye'; data: null }>;
