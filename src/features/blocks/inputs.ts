import { z } from 'zod';
import { mailDomain } from '@/domain/customer/free-mail';

const reason = z.string().trim().max(500).default('');

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
]);
export type BlockSenderInput = z.output<typeof blockSenderInput>;

export const blockedSenderIdInput = z.object({ blockedSenderId: z.uuid() });
