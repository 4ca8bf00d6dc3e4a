import { may } from '@/domain/permission/can';
import { IslandMessages } from '@/i18n/island-messages';
import type { StaffPage } from '@/server/auth/require-staff';
import { listDispositions } from '../queries';
import { listLiveCalls } from '../queries-desk';
import { CallLog } from './call-log.client';
import { LiveCalls } from './live-calls.client';

type Props = Readonly<{ page: StaffPage }>;

/** The telephone on every staff page: the call log behind its key, and what rings. */
export async function PhoneDock({ page }: Props) {
  const { ctx, workspace, user } = page;
  if (!may(ctx.actor, 'ticket.reply')) return null;
  const [calls, dispositions] = await Promise.all([listLiveCalls(ctx), listDispositions(ctx)]);
  return (
    <IslandMessages namespaces={['phone', 'problem', 'common']}>
      <CallLog workspace={workspace.slug} timeZone={user.timeZone} dispositions={dispositions} />
      <LiveCalls workspace={workspace.slug} calls={calls} dispositions={dispositions} />
    </IslandMessages>
  );
}
