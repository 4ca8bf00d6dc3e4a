import { followForDesk } from '@/features/chat/desk-stream';
import { topicsFor } from '@/features/live/queries';
import { notePresence } from '@/features/routing/commands/note-presence';
import { staffFromRequest } from '@/server/auth/require-staff';
import { liveSession } from '@/server/auth/sessions';
import { signedIn } from '@/server/auth/signed-in';
import { eventStream } from '@/server/live/event-stream';
import { liveFeed } from '@/server/live/listen';

export const dynamic = 'force-dynamic';

const CHAT = 'chat:';
const isChat = (name: string): boolean => name.startsWith(CHAT);
/** That somebody types, or is there, is over when it is told late. */
const isPassing = (name: string): boolean => /^(?:chat-types|chat-stops|here):/.test(name);

/**
 * GET /api/live?workspace=<slug>&topic=tickets&topic=ticket:<id>&since=<milliseconds or the last `until`>: says when something under these
 * topics has changed, never what; at once when it has changed since the page was made. Only what is said in a chat comes
 * with the notice. Access is asked once per topic, and again for each word of a chat; the session, twice a minute for as
 * long as the stream lasts. Whoever listens is there: routing counts on it.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const slug = asked.get('workspace') ?? '';
  const [session, ctx] = await Promise.all([signedIn(), staffFromRequest(slug, 'ticket.read')]);
  const topics = session && ctx && (await topicsFor(ctx, asked.getAll('topic')));
  if (!topics) return new Response(null, { status: 404 });
  await notePresence(ctx);
  const names = new Map(topics.map(({ name, topic }) => [topic, name]));
  const since = asked.get('since') ?? '';
  let { actor } = ctx;
  return eventStream({
    signal: request.signal,
    inTurns: asked.has('turn'),
    until: liveFeed().place,
    start(send) {
      const follow = { workspace: slug, actor: () => actor, send };
      const chats = topics.flatMap(({ name }) =>
        isChat(name) ? [followForDesk(ctx, { ...follow, name, sessionId: name.slice(CHAT.length) })] : [],
      );
      const stop = liveFeed().subscribe([...names.keys()], (topic) => {
        const name = names.get(topic ?? '') ?? '';
        if (topic === null) send('missed', '');
        else if (!isChat(name)) send('change', name);
      });
      for (const [topic, name] of names)
        if (!isPassing(name) && liveFeed().changedSince(topic, since)) send('change', name);
      return () => {
        stop();
        for (const leave of chats) leave();
      };
    },
    stillWelcome: async () => {
      const now = await liveSession(ctx.db, { sessionId: session.id, at: ctx.now() });
      const member = now?.memberships.find(({ workspace }) => workspace.id === ctx.workspaceId);
      if (!member) return false;
      const { role, scope, teamIds } = member;
      actor = { ...actor, role, scope, teamIds };
      await notePresence(ctx);
      return true;
    },
  });
}
