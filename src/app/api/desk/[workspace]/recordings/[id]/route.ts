import { findRecording } from '@/features/phone/queries-desk';
import { staffFromRequest } from '@/server/auth/require-staff';
import { rangedResponse } from '@/server/storage/ranged-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The recording of a call, in whole or by range, for whoever may see its ticket. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const file = ctx && ID.test(id) ? await findRecording(ctx, id) : null;
  const bytes = ctx && file ? await storage().get(fileKey(ctx.workspaceId, file.sha256)) : null;
  if (!file || !bytes) return new Response(null, { status: 404 });
  return rangedResponse(file, bytes, request.headers.get('range'));
}
