import { linkedFile } from '@/features/attachments/commands/linked-file';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<{ workspaceId: string; id: string }> }>;

/** A file of an answer, for the vendor who is to show it: the address carries its own permission, for a day and more. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspaceId, id } = await params;
  const query = new URL(request.url).searchParams;
  const until = Number(query.get('until') ?? Number.NaN);
  const link = { workspaceId, attachmentId: id, until, mac: query.get('mac') ?? '' };
  return linkedFile(processWorld(), link, request.headers.get('if-none-match'));
}
