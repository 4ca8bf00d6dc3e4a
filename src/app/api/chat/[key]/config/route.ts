import { ok } from '@/domain/shared/result';
import { chatConfig } from '@/features/chat/config';
import { preflight, strangerRoute } from '@/features/chat/visitor-door';

/** How the widget looks and speaks, and whether somebody answers now. */
export const GET = strangerRoute({
  limited: false,
  run: async ({ ctx }) => ok(Response.json(await chatConfig(ctx, ctx.account))),
});

export const OPTIONS = preflight;
