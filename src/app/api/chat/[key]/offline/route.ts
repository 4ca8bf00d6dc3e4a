import { ok } from '@/domain/shared/result';
import { leaveMessage } from '@/features/chat/commands/leave-message';
import { offlineForm } from '@/features/chat/offline-form';
import { preflight, strangerRoute } from '@/features/chat/visitor-door';

/** Words left while nobody is there, with files. */
export const POST = strangerRoute({
  limited: true,
  run: async ({ request, ctx }) => {
    const form = await offlineForm(ctx, request);
    if (!form.ok) return form;
    const userAgent = request.headers.get('user-agent') ?? '';
    const left = await leaveMessage(ctx, { ...form.value, userAgent });
    return left.ok ? ok(Response.json(left.value, { status: 201 })) : left;
  },
});

export const OPTIONS = preflight;
