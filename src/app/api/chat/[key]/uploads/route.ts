import { fail, ok } from '@/domain/shared/result';
import { keepVisitorFile } from '@/features/chat/commands/keep-visitor-file';
import { preflight, visitorRoute } from '@/features/chat/visitor-door';
import { bodyBytes, fileOf } from '@/server/http/request-body';
import { VISITOR_FILE_BYTES } from '@/server/storage/visitor-files';

const FORM_MARGIN = 64 * 1024;

/** Takes one file, to be named in a message. */
export const POST = visitorRoute(async ({ request, ctx, visitor }) => {
  if (!visitor.sessionId) return fail({ code: 'not_found' });
  const body = await bodyBytes(request, VISITOR_FILE_BYTES + FORM_MARGIN);
  if (!body.ok) return fail({ code: 'file.too_large' });
  const file = await fileOf(request, body.value);
  if (!file.ok) return file;
  const kept = await keepVisitorFile(ctx, { ...file.value, sessionId: visitor.sessionId });
  return kept.ok ? ok(Response.json(kept.value, { status: 201 })) : kept;
});

export const OPTIONS = preflight;
