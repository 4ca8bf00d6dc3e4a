import { heardRequest } from '@/features/portal/queries';
import { LOCALES } from '@/i18n/locales';
import { ticketTopic } from '@/server/live/announce';
import { eventStream } from '@/server/live/event-stream';
import { liveFeed } from '@/server/live/listen';
import { guestOf } from '@/server/portal/guest-link';
import { type CustomerContext, readerFromRequest } from '@/server/portal/portal-page';

export const dynamic = 'force-dynamic';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/**
 * GET /api/portal/<slug>/live?number=<n>&since=<milliseconds>: says when something on this request has changed, never what.
 * With `guest` in place of `number`, on the one that the link names.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const query = new URL(request.url).searchParams;
  const number = Number(query.get('number')) || null;
  const since = Number(query.get('since')) || 0;
  const guest = query.get('guest');
  const ctx = await readerFromRequest({ workspace, locale: LOCALES[0] }, guest);
  const ticketId = ctx && (await heardRequest(ctx, number));
  if (!ctx || !ticketId) return new Response(null, { status: 404 });
  const topic = ticketTopic(ctx.workspaceId, ticketId);
  return eventStream({
    signal: request.signal,
    start(send) {
      const stop = liveFeed().subscribe([topic], () => send('change', ''));
      if (liveFeed().changedSince(topic, since)) send('change', '');
      return stop;
    },
    stillWelcome: async () => (await isGood(ctx, guest)) && (await heardRequest(ctx, number)) !== null,
  });
}

/** A link may be taken back while somebody reads through it. */
const isGood = async ({ db, workspaceId, now }: CustomerContext, token: string | null): Promise<boolean> =>
  token === null || (await guestOf(db, { workspaceId, token, at: now() })) !== null;
