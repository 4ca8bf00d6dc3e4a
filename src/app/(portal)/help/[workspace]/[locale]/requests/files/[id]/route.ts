import { fileAnswer } from '@/features/portal/file-answer';
import { type PortalPlace, readerFromRequest } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ id: string }>> }>;

/** A file of a request, for the customer who is signed in. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id, ...place } = await params;
  return fileAnswer(await readerFromRequest(place, null), { request, id });
}
