import { logoKey } from '@/server/portal/logo-key';
import { portalFromRequest } from '@/server/portal/portal-from-request';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** The brand's picture, for everybody. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const portal = (await portalFromRequest((await params).workspace))?.portal;
  const bytes = portal?.logo && (await storage().get(logoKey(portal.workspaceId, portal.logo.sha256)));
  if (!portal?.logo || !bytes) return new Response(null, { status: 404 });
  const { sha256, type } = portal.logo;
  const shown = { name: `logo.${type.slice(type.indexOf('/') + 1)}`, type, size: bytes.byteLength, sha256 };
  return fileResponse(shown, bytes, { inline: true, ifNoneMatch: request.headers.get('if-none-match') });
}
