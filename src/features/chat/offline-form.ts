import type { LeaveMessage } from '@/domain/chat/protocol';
import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import type { StoredFile } from '@/domain/ticket/ticket';
import { leaveMessage, MOST_FILES } from '@/features/chat/protocol';
import type { VisitorContext } from '@/features/chat/visitor';
import { bodyBytes, storableJson } from '@/server/http/request-body';
import { storeFile } from '@/server/storage/store-file';
import { preparedFile, VISITOR_FILE_BYTES } from '@/server/storage/visitor-files';

type Form = Readonly<{ data: LeaveMessage; files: readonly File[] }>;
type Read = LeaveMessage & Readonly<{ files: readonly StoredFile[] }>;

/** The words and files of `POST offline`; the files are kept. */
export async function offlineForm(ctx: VisitorContext, request: Request): Promise<Result<Read, Problem>> {
  const form = await formOf(request);
  if (!form.ok) return form;
  const files: StoredFile[] = [];
  for (const file of form.value.files) {
    const stored = await keep(ctx, file);
    if (!stored.ok) return stored;
    files.push(stored.value);
  }
  return ok({ ...form.value.data, files });
}

async function formOf(request: Request): Promise<Result<Form, Problem>> {
  const body = await bodyBytes(request, 2 * VISITOR_FILE_BYTES);
  if (!body.ok) return fail({ code: 'file.too_large' });
  try {
    const type = request.headers.get('content-type') ?? '';
    const form = await new Response(body.value, { headers: { 'Content-Type': type } }).formData();
    const data = leaveMessage.safeParse(storableJson(String(form.get('data'))));
    const files = form.getAll('file').filter((each): each is File => each instanceof File && each.size > 0);
    if (!data.success || files.length > MOST_FILES) return fail({ code: 'input.invalid' });
    return ok({ data: data.data, files });
  } catch {
    return fail({ code: 'body.unreadable' });
  }
}

async function keep(ctx: VisitorContext, file: File): Promise<Result<StoredFile, Problem>> {
  if (!ctx.account.settings.files) return fail({ code: 'file.type_not_allowed' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const prepared = await preparedFile({ name: file.name, claimedType: file.type, bytes });
  if (!prepared.ok) return prepared;
  const { name, type } = prepared.value;
  const { sha256, size } = await storeFile(ctx.workspaceId, prepared.value.bytes);
  return ok({ id: ctx.newId(), name, type, size, sha256, inline: false, contentId: null });
}
