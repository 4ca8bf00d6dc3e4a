import { z } from 'zod';

const HTML_LIMIT = 500_000;
const RECIPIENT_LIMIT = 50;

const recipients = z.array(z.email().max(254)).max(RECIPIENT_LIMIT);
const html = z.string().trim().min(1).max(HTML_LIMIT);
const attachmentIds = z.array(z.uuid()).max(50).default([]);

export const startSideInput = z.object({
  ticketId: z.uuid(),
  to: recipients.min(1),
  cc: recipients.default([]),
  subject: z.string().trim().min(1).max(500),
  html,
  attachmentIds,
  /** A message of the ticket that is passed on, with these of its files. */
  forward: z.object({ messageId: z.uuid(), fileIds: z.array(z.uuid()).max(100).default([]) }).optional(),
});
export type StartSideInput = z.output<typeof startSideInput>;

export const writeInSideInput = z.object({
  sideId: z.uuid(),
  html,
  attachmentIds,
  /** Absent: whoever wrote last, with all in copy. */
  to: recipients.min(1).optional(),
  cc: recipients.default([]),
});
export type WriteInSideInput = z.output<typeof writeInSideInput>;

export const endSideInput = z.object({ sideId: z.uuid(), done: z.boolean() });
export type EndSideInput = z.output<typeof endSideInput>;
