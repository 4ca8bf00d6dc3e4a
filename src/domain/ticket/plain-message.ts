import type { NewMessage } from './ticket';

/**
 * What most messages do without: the heads of a mail, a time to leave, files. Whoever makes a message begins with these and
 * says what it has.
 */
export const PLAIN_MESSAGE = {
  channelAccountId: null,
  subject: '',
  html: null,
  messageId: null,
  inReplyTo: [],
  references: [],
  headers: null,
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  automated: null,
  threadedBy: 'hand',
  language: null,
  unverified: false,
  thanks: false,
  sendAt: null,
  scheduled: false,
  sentAt: null,
  receivedAt: null,
  rawInboundId: null,
  attachmentIds: [],
  files: [],
} as const satisfies Partial<NewMessage>;
