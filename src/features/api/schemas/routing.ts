import { z } from 'zod';
import { AVAILABILITY_STATES, PHONE_WORK } from '@/domain/routing/availability';
import { ROUTING_MODES, ROUTING_ORDERS } from '@/domain/routing/queue';
import { id, instant, language, listOf, tagName } from './shared';

const day = z.iso.date().meta({ description: 'A day in the member’s own time zone.', example: '2026-03-06' });
const state = z.enum(AVAILABILITY_STATES).meta({
  description: 'Only `online` gets tickets from routing. Whoever has no live connection is `offline`.',
});

const onPhone = z
  .enum(PHONE_WORK)
  .nullable()
  .meta({ description: 'In a call, or in the work after it: routing offers nothing meanwhile.' });

export const availability = z
  .object({
    userId: id,
    name: z.string(),
    state,
    onPhone,
    since: instant.nullable(),
    awayUntil: day.nullable().meta({ description: 'The last day of a leave that is on now.' }),
  })
  .meta({ id: 'Availability' });
export const availabilityList = listOf(availability).meta({ id: 'AvailabilityList' });
export const availabilityBody = z.strictObject({ state }).meta({ id: 'SetAvailability' });

const leave = {
  userId: id,
  fromOn: day,
  untilOn: day.meta({ description: 'The last day, included.' }),
  substituteId: id
    .nullable()
    .meta({ description: 'Who gets what customers write to this member meanwhile.' }),
  note: z.string().max(200),
};
export const timeOff = z
  .object({ id, ...leave, name: z.string(), substitute: z.string().nullable() })
  .meta({ id: 'TimeOff' });
export const timeOffList = listOf(timeOff).meta({ id: 'TimeOffList' });
export const timeOffBody = z
  .strictObject({
    ...leave,
    substituteId: leave.substituteId.default(null),
    note: leave.note.default(''),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], error: 'ends before it begins' })
  .meta({ id: 'PlanTimeOff' });

const rules = {
  mode: z.enum(ROUTING_MODES).meta({
    description: '`push` gives tickets out by itself, `pull` waits to be asked, `off` does neither.',
  }),
  order: z.enum(ROUTING_ORDERS),
  matchLanguage: z.boolean(),
  stickyDays: z
    .int()
    .min(0)
    .max(365)
    .meta({ description: 'First to whoever served the customer within so many days; 0 never.' }),
  answerSeconds: z
    .int()
    .min(15)
    .max(3600)
    .nullable()
    .meta({ description: 'After so many seconds an unanswered chat goes to the next one; null never.' }),
  relaxAfterMinutes: z
    .int()
    .min(1)
    .max(10_080)
    .nullable()
    .meta({ description: 'After so many minutes languages and skills are asked for no more; null never.' }),
};
export const queue = z
  .object({ teamId: id, team: z.string(), members: z.int(), ...rules })
  .meta({ id: 'Queue' });
export const queueList = listOf(queue).meta({ id: 'QueueList' });
export const queueBody = z
  .strictObject(rules)
  .partial()
  .meta({ id: 'SetQueue', description: 'What is absent stays as it is.' });

const capacity = z.int().min(0).max(1000);
const weight = z.int().min(1).max(20);
export const routingSettings = z
  .strictObject({
    capacities: z
      .strictObject({ mail: capacity, chat: capacity, phone: capacity, social: capacity })
      .meta({ description: 'Points of work at a time, by kind of channel.' }),
    weights: z
      .strictObject({ low: weight, normal: weight, high: weight, urgent: weight })
      .meta({ description: 'Points of one ticket, by priority.' }),
    offlineAfterMinutes: z.int().min(2).max(480),
  })
  .meta({ id: 'RoutingSettings' });

const skillName = z.string().trim().min(1).max(60);
export const skill = z
  .object({ id, name: z.string(), tags: z.array(z.string()), members: z.int() })
  .meta({ id: 'Skill' });
export const skillList = listOf(skill).meta({ id: 'SkillList' });
const skillTags = z
  .array(tagName)
  .max(50)
  .meta({ description: 'A ticket with one of these tags needs the skill.' });
export const createSkillBody = z
  .strictObject({ name: skillName, tags: skillTags.default([]) })
  .meta({ id: 'CreateSkill' });
export const updateSkillBody = z
  .strictObject({ name: skillName, tags: skillTags })
  .partial()
  .meta({ id: 'UpdateSkill', description: 'What is absent stays as it is.' });

export const routingSettingsBody = z
  .strictObject(routingSettings.shape)
  .partial()
  .meta({ id: 'SetRoutingSettings', description: 'What is absent stays as it is.' });

const own = capacity.nullable();
const profileFields = {
  languages: z.array(language).max(3).meta({ description: 'None: taken to speak all of them.' }),
  skillIds: z.array(id).max(200),
  capacities: z
    .strictObject({ mail: own, chat: own, phone: own, social: own })
    .meta({ description: 'Null where the workspace’s holds.' }),
};
export const workProfile = z.object({ userId: id, ...profileFields }).meta({ id: 'WorkProfile' });
export const workProfileBody = z
  .strictObject(profileFields)
  .partial()
  .meta({ id: 'SetWorkProfile', description: 'What is absent stays as it is.' });

export const nextTicketBody = z
  .strictObject({ userId: id.meta({ description: 'Who gets it.' }) })
  .meta({ id: 'TakeNextTicket' });
export const taken = z.object({ id, number: z.int() }).meta({ id: 'TakenTicket' });

const points = z.object({ mail: z.int(), chat: z.int(), phone: z.int(), social: z.int() });
export const workload = z
  .object({
    people: z.array(
      z.object({
        userId: id,
        name: z.string(),
        state,
        onPhone,
        since: instant.nullable(),
        awayUntil: day.nullable(),
        teamIds: z.array(id),
        tickets: z.int().meta({ description: 'Tickets whose clock runs.' }),
        load: points,
        capacities: points,
        percent: z.int().meta({ description: 'Over all kinds; one full kind is 100.' }),
      }),
    ),
    queues: z.array(
      z.object({
        teamId: id,
        team: z.string(),
        mode: rules.mode,
        waiting: z.int(),
        oldestSince: instant.nullable(),
        online: z.int(),
        load: points,
        capacities: points,
      }),
    ),
    withoutTeam: z.int().meta({ description: 'Waiting tickets that no queue gives to anybody.' }),
  })
  .meta({ id: 'Workload' });
