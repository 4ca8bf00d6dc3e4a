import { z } from 'zod';
import { AVAILABILITY_STATES } from '@/domain/routing/availability';
import { ROUTING_MODES, ROUTING_ORDERS } from '@/domain/routing/queue';

export const availabilityInput = z.object({
  /** Absent: one's own. */
  userId: z.uuid().optional(),
  state: z.enum(AVAILABILITY_STATES),
});
export type AvailabilityInput = z.output<typeof availabilityInput>;

export const nextTicketInput = z.object({
  /** Absent: for oneself. */
  userId: z.uuid().optional(),
});
export type NextTicketInput = z.output<typeof nextTicketInput>;

const HIGHEST_CAPACITY = 1000;
const capacity = z.int().min(0).max(HIGHEST_CAPACITY);
const weight = z.int().min(1).max(20);

export const queueInput = z.object({
  teamId: z.uuid(),
  mode: z.enum(ROUTING_MODES),
  order: z.enum(ROUTING_ORDERS).default('longest_waiting'),
  matchLanguage: z.boolean().default(true),
  /** Days; 0 never. */
  stickyDays: z.int().min(0).max(365).default(30),
  /** Null: never. */
  answerSeconds: z.int().min(15).max(3600).nullable().default(60),
  /** Null: never. */
  relaxAfterMinutes: z.int().min(1).max(10_080).nullable().default(null),
});
export type QueueInput = z.output<typeof queueInput>;

export const settingsInput = z.object({
  capacities: z.object({ mail: capacity, chat: capacity, phone: capacity, social: capacity }),
  weights: z.object({ low: weight, normal: weight, high: weight, urgent: weight }),
  offlineAfterMinutes: z.int().min(2).max(480),
});
export type SettingsInput = z.output<typeof settingsInput>;

export const skillInput = z.object({
  /** Absent: a new one. */
  skillId: z.uuid().optional(),
  name: z.string().trim().min(1).max(60),
  /** Tags that ask for it, by name; unknown ones are created. */
  tags: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50).default([]),
});
export type SkillInput = z.output<typeof skillInput>;

export const skillIdInput = z.object({ skillId: z.uuid() });
export type SkillIdInput = z.output<typeof skillIdInput>;

const ownCapacity = capacity.nullable();

/** What routing knows of a member. */
export const profileInput = z.object({
  userId: z.uuid(),
  languages: z.array(z.enum(['en', 'hu', 'lv'])).max(3),
  skillIds: z.array(z.uuid()).max(200),
  /** Null: as the workspace says. */
  capacities: z.object({ mail: ownCapacity, chat: ownCapacity, phone: ownCapacity, social: ownCapacity }),
});

export const timeOffInput = z
  .object({
    /** Absent: one's own. */
    userId: z.uuid().optional(),
    fromOn: z.iso.date(),
    untilOn: z.iso.date(),
    substituteId: z.uuid().nullable().default(null),
    note: z.string().trim().max(200).default(''),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], error: 'ends before it begins' });
export type TimeOffInput = z.output<typeof timeOffInput>;

export const timeOffIdInput = z.object({ timeOffId: z.uuid() });
export type TimeOffIdInput = z.output<typeof timeOffIdInput>;
