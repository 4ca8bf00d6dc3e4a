import { visitorFile } from '@/features/chat/visitor-file';

type Props = Readonly<{ params: Promise<Readonly<{ key: string; id: string }>> }>;

/** A file of a conversation, by its signed address. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return visitorFile(request, await params);
}
