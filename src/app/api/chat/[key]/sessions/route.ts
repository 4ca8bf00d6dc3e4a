import { ok } from '@/domain/shared/result';
import { startChat } from '@/features/chat/commands/start-chat';
import * as protocol from '@/features/chat/protocol';
import { snapshotOf } from '@/features/chat/snapshot';
import { inputOf, preflight, strangerRoute } from '@/features/chat/visitor-door';

/** Begins a chat and gives the token for it. */
export const POST = strangerRoute({
  limited: true,
  run: async ({ request, ctx, bearer }) => {
    const input = await inputOf(request, protocol.startChat);
    if (!input.ok) return input;
    const userAgent = request.headers.get('user-agent') ?? '';
    const started = await startChat(ctx, { ...input.value, userAgent, bearer });
    if (!started.ok) return started;
    const { token, sessionId } = started.value;
    const snapshot = await snapshotOf(ctx, sessionId);
    return snapshot.ok ? ok(Response.json({ token, ...snapshot.value }, { status: 201 })) : snapshot;
  },
});

export const OPTIONS = preflight;
