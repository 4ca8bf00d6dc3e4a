import { getFormatter } from 'next-intl/server';
import { getOwnStanding, listColleagues, listTimeOff } from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { daysText } from './days';
import { OwnAvailability } from './own-availability.client';
import { TimeOff } from './time-off.client';

type Props = Readonly<{ ctx: StaffContext; workspace: string; timeZone: string }>;

/** Whether one takes work now, and the days on which one is not there; nothing for those who take none. */
export async function AvailabilitySection({ ctx, workspace, timeZone }: Props) {
  const { id: userId } = ctx.actor;
  const [standing, format] = await Promise.all([getOwnStanding(ctx), getFormatter()]);
  if (!standing || userId === null) return null;
  const [leaves, colleagues] = await Promise.all([listTimeOff(ctx, userId), listColleagues(ctx)]);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(ctx.now());
  return (
    <div className="flex flex-col gap-8">
      <OwnAvailability workspace={workspace} present={standing.state} />
      <TimeOff
        workspace={workspace}
        userId={userId}
        colleagues={colleagues}
        today={today}
        leaves={leaves.map((leave) => ({ ...leave, days: daysText(format, leave.fromOn, leave.untilOn) }))}
      />
    </div>
  );
}
