import 'server-only';
import type { CustomerContext } from '@/server/portal/portal-page';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { requestFile } from './queries';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Asked = Readonly<{ request: Request; id: string }>;

/** A file of a request as a download for who may read it; else 404, whether it is there or not. */
export async function fileAnswer(ctx: CustomerContext | null, { request, id }: Asked): Promise<Response> {
  const file = ctx && ID.test(id) ? await requestFile(ctx, id) : null;
  const body = ctx && file && (await storage().stream(fileKey(ctx.workspaceId, file.sha256)));
  if (!file || !body) return new Response(null, { status: 404 });
  return fileResponse(file, body, { inline: false, ifNoneMatch: request.headers.get('if-none-match') });
}
