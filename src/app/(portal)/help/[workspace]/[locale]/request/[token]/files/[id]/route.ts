import { fileAnswer } from '@/features/portal/file-answer';
import { type PortalPlace, readerFromRequest } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ token: string; id: string }>> }>;

/** A file of the one request that a link names. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id, token, ...place } = await params;
  return fileAnswer(await readerFromRequest(place, token), { request, id });
}
