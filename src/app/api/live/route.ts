import { topicsFor } from '@/features/live/queries';
import { notePresence } from '@/features/routing/commands/note-presence';
import { staffFromRequest } from '@/server/auth/require-staff';
import { liveSession } from '@/server/auth/sessions';
import { signedIn } from '@/server/auth/signed-in';
import { eventStream } from '@/server/live/event-stream';
import { liveFeed } from '@/server/live/listen';

export const dynamic = 'force-dynamic';

/**
 * GET /api/live?workspace=<slug>&topic=tickets&topic=ticket:<id>&since=<milliseconds>: says when something under these
 * topics has changed, never what; at once when it has changed since the page was made. Access is asked once per topic;
 * the session, twice a minute for as long as the stream lasts. Whoever listens is there: routing counts on it.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const slug = asked.get('workspace') ?? '';
  const [session, ctx] = await Promise.all([signedIn(), staffFromRequest(slug, 'ticket.read')]);
  const topics = session && ctx && (await topicsFor(ctx, asked.getAll('topic')));
  if (!topics) return new Response(null, { status: 404 });
  await notePresence(ctx);
  const names = new Map(topics.map(({ name, topic }) => [topic, name]));
  const since = Number(asked.get('since')) || 0;
  return eventStream({
    signal: request.signal,
    start(send) {
      const stop = liveFeed().subscribe([...names.keys()], (topic) =>
        topic === null ? send('missed', '') : send('change', names.get(topic) ?? ''),
      );
      for (const [topic, name] of names) if (liveFeed().changedSince(topic, since)) send('change', name);
      return stop;
    },
    stillWelcome: async () => {
      const now = await liveSession(ctx.db, { sessionId: session.id, at: ctx.now() });
      const isMember = now?.memberships.some(({ workspace }) => workspace.id === ctx.workspaceId) ?? false;
      if (isMember) await notePresence(ctx);
      return isMember;
    },
  });
}
