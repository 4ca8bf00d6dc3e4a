import { findFile } from '@/features/tickets/queries-message';
import { staffFromRequest } from '@/server/auth/require-staff';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { thumbnailOf } from '@/server/storage/thumbnail';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A stored file: as a download, as a small picture (`?small=1`), or as a picture within a mail's frame. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const file = ctx && ID.test(id) ? await findFile(ctx, id) : null;
  if (!ctx || !file) return new Response(null, { status: 404 });
  const key = fileKey(ctx.workspaceId, file.sha256);
  const ifNoneMatch = request.headers.get('if-none-match');
  if (new URL(request.url).searchParams.has('small')) return small(key, file, ifNoneMatch);
  const body = await storage().stream(key);
  if (!body) return new Response(null, { status: 404 });
  return fileResponse(file, body, { inline: request.headers.get('sec-fetch-dest') === 'image', ifNoneMatch });
}

type File = Readonly<{ name: string; type: string; size: number; sha256: string }>;

async function small(key: string, file: File, ifNoneMatch: string | null): Promise<Response> {
  const bytes = await storage().get(key);
  const picture = bytes && (await thumbnailOf(bytes));
  if (!picture) return new Response(null, { status: 404 });
  const shown = {
    name: `${file.name}.webp`,
    type: 'image/webp',
    size: picture.byteLength,
    sha256: `${file.sha256}-small`,
  };
  return fileResponse(shown, picture, { inline: true, ifNoneMatch });
}
