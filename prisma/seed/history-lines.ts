import type { Db } from '@/server/db/client';
import type { Prisma } from '@/server/db/generated/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';
import { drawing } from './history-draw';
import type { Told } from './history-rows';

const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1000;

/** Calls of the past, of customers who rang about their tickets or hung up, and the hours in which people were there. */
export async function buildPastCalls(db: Db, cast: Cast, told: readonly Told[]): Promise<void> {
  const draw = drawing(7);
  const calls = told.filter((_, index) => index % 4 === 0).map((each) => callRow(cast, draw, each));
  await db.callLog.createMany({ data: calls });
  await db.presenceSpan.createMany({ data: presence(cast, told) });
}

function callRow(
  cast: Cast,
  draw: ReturnType<typeof drawing>,
  { id: ticketId, customer, agent, team, createdAt }: Told,
): Prisma.CallLogCreateManyInput {
  const startedAt = new Date(createdAt.getTime() + draw.around(45) * MINUTE);
  const waited = Math.round(draw.around(17));
  const left = draw.share() < 0.09;
  const [talk, hold, wrapUp] = left
    ? [0, 0, 0]
    : [draw.around(210), draw.share() < 0.3 ? 40 : 0, draw.around(50)];
  const spoken = Math.round(talk) + hold;
  const endedAt = new Date(startedAt.getTime() + (waited + spoken) * SECOND);
  const number =
    { hu: '+3630', lv: '+3712', en: '+4477' }[customer.locale] + String(2_000_000 + draw.index(7_999_999));
  return {
    ...{
      workspaceId: cast.workspaceId,
      id: newId(),
      provider: 'hand',
      direction: 'inbound',
      status: 'ended',
    },
    ...{
      fromNumber: number,
      customerId: customer.id,
      startedAt,
      endedAt,
      teamId: cast.teams.get(team) ?? null,
    },
    ...{
      waitSeconds: waited,
      talkSeconds: Math.round(talk),
      holdSeconds: hold,
      wrapUpSeconds: Math.round(wrapUp),
    },
    ...{ totalSeconds: waited + spoken, createdAt: startedAt, updatedAt: endedAt },
    ...(left
      ? { completion: 'abandoned_in_queue' as const, ticketId: null }
      : {
          ...{ completion: 'completed' as const, ticketId, agentId: cast.users.get(agent)?.id ?? null },
          ...{ timeToAnswer: waited, answeredAt: new Date(startedAt.getTime() + waited * SECOND) },
        }),
  };
}

/** From the opening of the shop to its closing on working days, with a break at noon. */
function presence(cast: Cast, told: readonly Told[]): Prisma.PresenceSpanCreateManyInput[] {
  const { workspaceId } = cast;
  const days = [...new Set(told.map(({ createdAt }) => Math.floor(createdAt.getTime() / DAY)))];
  const working = days.filter((day) => ![0, 6].includes(new Date(day * DAY).getUTCDay()));
  const people = ['emma', 'zsofia', 'janis'].flatMap((key) => cast.users.get(key)?.id ?? []);
  const spans = [
    ['online', 7, 11],
    ['break', 11, 11.5],
    ['online', 11.5, 15],
  ] as const;
  const at = (day: number, hour: number) => new Date(day * DAY + hour * 60 * MINUTE);
  return working.flatMap((day) =>
    people.flatMap((userId) =>
      spans.map(([state, from, until]) => ({
        ...{ workspaceId, userId, state, fromAt: at(day, from), untilAt: at(day, until) },
      })),
    ),
  );
}
