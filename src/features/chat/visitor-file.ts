import { chatAccountOf } from '@/features/chat/account';
import { isFileLink } from '@/server/storage/file-link';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { processWorld } from '@/server/world';

type Named = Readonly<{ key: string; id: string }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The file of a signed address, shown in the page when it is a picture; everything else is saved. */
export async function visitorFile(request: Request, { key, id }: Named): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const { db, now } = processWorld();
  const account = ID.test(id) ? await chatAccountOf(db, key) : null;
  const until = Number(asked.get('until'));
  const link = {
    workspaceId: account?.workspaceId ?? '',
    attachmentId: id,
    until,
    mac: asked.get('mac') ?? '',
  };
  if (!account || !Number.isSafeInteger(until) || !isFileLink(link, now())) return missing();
  const file = await db.attachment.findUnique({
    where: { workspaceId_id: { workspaceId: account.workspaceId, id } },
    select: { name: true, type: true, size: true, sha256: true },
  });
  const body = file && (await storage().stream(fileKey(account.workspaceId, file.sha256)));
  if (!file || !body) return missing();
  const ifNoneMatch = request.headers.get('if-none-match');
  const response = fileResponse(file, body, { inline: file.type.startsWith('image/'), ifNoneMatch });
  // A sandboxed frame is no site of its own: its pictures come from elsewhere in the eyes of the browser.
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return response;
}

const missing = () => new Response(null, { status: 404 });
