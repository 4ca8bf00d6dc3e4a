import { z } from 'zod';
import { BLOCK_KINDS } from '@/domain/customer/block';
import { CHANNELS } from '@/domain/ticket/ticket';
import { HELD_SOURCES } from '@/features/blocks/commands/block-fields';
import { id, instant, listOf, listQuery } from './shared';

export const blockedSender = z
  .object({
    id,
    kind: z.enum(BLOCK_KINDS),
    value: z.string(),
    reason: z.string(),
    byName: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'BlockedSender' });
export const blockedSenderList = listOf(blockedSender).meta({ id: 'BlockedSenderList' });
export const blockedQuery = listQuery;

export const blockSenderBody = z
  .strictObject({
    kind: z.enum(BLOCK_KINDS),
    value: z.string().min(1).max(254).meta({
      description: 'An address, a domain, a number with its country code, or the id or handle at the vendor.',
    }),
    reason: z.string().trim().max(500).default(''),
  })
  .meta({ id: 'BlockSender' });

const heldItem = z
  .object({
    source: z.enum(HELD_SOURCES),
    id,
    channel: z.enum(CHANNELS),
    sender: z.string(),
    text: z.string(),
    reason: z.string().meta({ description: 'What is blocked, and what was noted at the block.' }),
    at: instant,
  })
  .meta({ id: 'BlockedMessage' });
export const heldList = listOf(heldItem).meta({ id: 'BlockedMessageList' });

export const heldParams = z.object({ source: z.enum(HELD_SOURCES), id: z.uuid() });

export const released = z
  .object({
    ticketNumber: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Null where it will stand on a ticket in a moment.' }),
  })
  .meta({ id: 'ReleasedMessage' });
