import { cancelTimeOff } from '@/features/routing/commands/cancel-time-off';
import { deleteSkill } from '@/features/routing/commands/delete-skill';
import { takeNextTicket } from '@/features/routing/commands/next-ticket';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { saveProfile } from '@/features/routing/commands/save-profile';
import { saveQueue } from '@/features/routing/commands/save-queue';
import { saveSkill } from '@/features/routing/commands/save-skill';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { queueInput, skillInput, timeOffInput } from '@/features/routing/inputs';
import type { StaffContext } from '@/server/context';

type Named = Readonly<{ userId: string; teamId: string; skillId: string; timeOffId: string }>;
type Attempt = (ctx: StaffContext, other: Named) => Promise<{ ok: boolean; error?: unknown }>;

const capacities = { mail: null, chat: null, phone: null, social: null };
const days = { fromOn: '2026-03-02', untilOn: '2026-03-03' };

/** A skill and planned days of another workspace. */
export async function routingRows(ctx: StaffContext) {
  const skill = await saveSkill(ctx, skillInput.parse({ name: 'Invoices', tags: ['invoice'] }));
  const planned = await planTimeOff(ctx, timeOffInput.parse(days));
  if (!skill.ok || !planned.ok) throw new Error('the other workspace could not be filled');
  return { ...skill.value, ...planned.value };
}

/** What each action of routing runs, tried with the ids of another workspace. */
export const ROUTING_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  setAvailability: [(ctx, { userId }) => setAvailability(ctx, { userId, state: 'online' })],
  takeNextTicket: [(ctx, { userId }) => takeNextTicket(ctx, { userId })],
  planTimeOff: [
    (ctx, { userId }) => planTimeOff(ctx, timeOffInput.parse({ ...days, userId })),
    (ctx, { userId: substituteId }) => planTimeOff(ctx, timeOffInput.parse({ ...days, substituteId })),
  ],
  cancelTimeOff: [(ctx, { timeOffId }) => cancelTimeOff(ctx, { timeOffId })],
  saveProfile: [
    (ctx, { userId }) => saveProfile(ctx, { userId, languages: [], skillIds: [], capacities }),
    (ctx, { skillId }) =>
      saveProfile(ctx, { userId: ctx.actor.id ?? '', languages: [], skillIds: [skillId], capacities }),
  ],
  saveQueue: [(ctx, { teamId }) => saveQueue(ctx, queueInput.parse({ teamId, mode: 'push' }))],
  saveSkill: [(ctx, { skillId }) => saveSkill(ctx, skillInput.parse({ skillId, name: 'Mine' }))],
  deleteSkill: [(ctx, { skillId }) => deleteSkill(ctx, { skillId })],
};
