import { z } from 'zod';
import { BLOCK_KINDS, type BlockKind, vendorName } from '@/domain/customer/block';
import { mailDomain } from '@/domain/customer/free-mail';

const reason = z.string().trim().max(500).default('');

/** Numbers are read in the country of the workspace, and therefore by the command. */
const line = z.string().trim().min(1).max(254);
const VENDORS = BLOCK_KINDS.filter(
  (kind): kind is Exclude<BlockKind, 'email' | 'domain' | 'phone'> =>
    !['email', 'domain', 'phone'].includes(kind),
);

export const blockSenderInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('email'),
    value: z.string().trim().toLowerCase().pipe(z.email().max(254)),
    reason,
  }),
  z.object({
    kind: z.literal('domain'),
    value: z
      .string()
      .transform((text) => mailDomain(text) ?? '')
      .pipe(z.string().min(1)),
    reason,
  }),
  z.object({ kind: z.literal('phone'), value: line, reason }),
  z.object({ kind: z.enum(VENDORS), value: line.transform(vendorName).pipe(z.string().min(1)), reason }),
]);
export type BlockSenderInput = z.output<typeof blockSenderInput>;

export const blockedSenderIdInput = z.object({ blockedSenderId: z.uuid() });

/** Where what is held back waits: stored mails and calls of vendors, what came by forms, and everything else. */
export const HELD_SOURCES = ['inbound', 'form', 'message'] as const;

export const blockedItemInput = z.object({ source: z.enum(HELD_SOURCES), id: z.uuid() });
export type BlockedItemInput = z.output<typeof blockedItemInput>;
